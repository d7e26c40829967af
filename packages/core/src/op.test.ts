import { expect, test } from 'vitest';
import {
  apply,
  applyOwn,
  defineListOp,
  defineMacro,
  defineOp,
  evaluate,
  evaluator,
  funcify,
  GraphError,
  gradient,
  input,
  lower,
  type Node,
  type Operation,
  parameter,
  primitives,
  sumBatch,
  type Unary,
} from './index.ts';
import { callable } from './op.ts';
import * as ops from './testing/vocabulary.ts';

const wrong = (value: unknown): never => value as never;

test('apply(op, args) lifts numbers and keeps nodes', () => {
  const x = input('x');
  expect(apply(primitives.add, [x, 2])).toMatchObject({ kind: 'operation', op: primitives.add });
  expect(apply(primitives.add, [x, 2]).args[0]).toBe(x);
  expect(evaluate(apply<never>(primitives.add, [1, 2, 3]))).toBe(6);
});

test('apply(op, args) keeps a copy of the list, applyOwn(op, args) the list itself', () => {
  const x = input('x');
  const list = [x, 2] as const;
  const { args } = apply(primitives.add, list);
  expect(list).toEqual([x, 2]);
  expect(args).not.toBe(list);
  const own = [x, 2];
  expect(applyOwn(primitives.add, own).args).toBe(own);
  expect(evaluate(applyOwn<'x'>(primitives.multiply, [x, 3, 2]), { x: 5 })).toBe(30);
});

test('apply(op, args) refuses a wrong number of arguments', () => {
  expect(() => apply(primitives.sin, [])).toThrow(new GraphError('sin takes 1 argument, got 0.'));
  expect(() => apply(primitives.sin, [1, 2])).toThrow('sin takes 1 argument, got 2.');
  expect(() => apply(primitives.select, [1, 2])).toThrow('select takes 3 arguments, got 2.');
  expect(() => apply(primitives.add, [])).toThrow('add takes a list of arguments, got 0.');
  expect(() => apply(primitives.add, wrong(3))).toThrow('add takes a list of arguments, got 3.');
});

test('apply(op, args) names the argument that is neither node nor number', () => {
  expect(() => apply(primitives.add, [1, wrong('2')])).toThrow(
    new GraphError('add, argument 2: expected a node or a number, not "2" (a string).'),
  );
  expect(() => apply(primitives.negate, [wrong(undefined)])).toThrow('negate, argument 1');
  expect(() => apply(primitives.add, [1, wrong(Array(1))])).toThrow('not an array of 1');
  // a hole in a list is no argument either
  const holes: number[] = [1];
  holes[2] = 3;
  expect(() => apply(primitives.add, holes)).toThrow('add, argument 2: expected a node or a number, not undefined.');
});

test('xs.map(op) works: an op ignores what map passes besides the element', () => {
  const xs = [input('x'), input('y')];
  const square = defineOp('square', { expand: (x) => ops.multiply(x, x) });
  expect(evaluate(xs.map(square), { x: 3, y: 4 })).toEqual([9, 16]);
  const negate = callable(primitives.negate) as unknown as (x: Node) => Operation;
  expect(xs.map(negate).map(({ args }) => args.length)).toEqual([1, 1]);
});

test('op(…) with too few arguments throws', () => {
  const both = defineOp('both', { expand: (a, b) => ops.add(a, b) });
  expect(() => both(...(wrong([1]) as [1, 2]))).toThrow('both takes 2 arguments, got 1.');
});

test('defineOp(name, …) gives a function of that name, with the definition on it', () => {
  const twice = defineOp('twice', { expand: (x) => ops.add(x, x), finite: true });
  expect((twice as unknown as { name: string }).name).toBe('twice');
  expect(twice.op).toMatchObject({ name: 'twice', arity: 1, finite: true, primitive: undefined });
  expect(defineOp('other', { expand: (x) => x }).op).toMatchObject({
    finite: false,
    partials: undefined,
    log: undefined,
    complement: undefined,
  });
});

test('defineOp(name, …) refuses a name that could not be printed in a formula or in code', () => {
  for (const name of ['', '2x', 'a b', 'a-b', 'a_b', 'a.b', 'é', 'alert(1)'])
    expect(() => defineOp(name, { expand: (x) => x })).toThrow(/^An op's name must be letters and digits/);
});

test('an op is expanded when lowered, and stays one node in the graph', () => {
  const cube = defineOp('cube', { expand: (x) => ops.multiply(x, x, x) });
  const y = cube(input('x'));
  expect(funcify(y)).toBe('cube(x)');
  expect(lower(y).length).toBe(2);
  expect(evaluate(y, { x: 3 })).toBe(27);
});

test('an op of ops of ops is expanded all the way, and differentiated', () => {
  let op = defineOp('f0', { expand: (x) => ops.sin(x) });
  for (let i = 1; i <= 20; i++) {
    const inner = op;
    op = defineOp(`f${i}`, { expand: (x) => ops.multiply(1.1, inner(x)) });
  }
  const x = input('x');
  expect(evaluate(op(x), { x: 1 })).toBeCloseTo(1.1 ** 20 * Math.sin(1), 12);
  expect(evaluate(gradient(op(x), x), { x: 1 })).toBeCloseTo(1.1 ** 20 * Math.cos(1), 12);
});

test('an op may expand to a number or to its argument', () => {
  const seven = defineOp('seven', { expand: (_x) => 7 });
  const same = defineOp('same', { expand: (x) => x });
  const x = input('x');
  expect(evaluate([seven(x), same(x), gradient(seven(x), x), gradient(same(x), x)], { x: 3 })).toEqual([7, 3, 0, 1]);
});

test('the partials of an op are used instead of those of its expansion', () => {
  const odd = defineOp('odd', { expand: (x) => ops.sin(x), partials: (y, x) => [ops.add(ops.multiply(10, y), x)] });
  const x = input('x');
  expect(evaluate(gradient(odd(x), x), { x: 2 })).toBeCloseTo(10 * Math.sin(2) + 2, 12);
});

test('partials that are not one for each argument are refused, by name', () => {
  const x = input('x');
  const short = defineOp('short', { expand: (a, b) => ops.add(a, b), partials: () => [1] });
  const none = defineOp('none', { expand: (a) => ops.sin(a), partials: () => wrong(3) });
  const text = defineOp('text', { expand: (a) => ops.sin(a), partials: () => [wrong('1')] });
  expect(() => gradient(short(x, x), x)).toThrow(
    new GraphError('The partials of op "short": Expected a list of 2, one for each argument, not an array of 1.'),
  );
  expect(() => gradient(none(x), x)).toThrow('The partials of op "none": Expected a list of 1');
  expect(() => gradient(text(x), x)).toThrow(GraphError);
});

test('defineOp(name, {}) and an expand without arguments are refused', () => {
  expect(() => defineOp('none', wrong({}))).toThrow('Op "none" needs an expand(x, …) of one to three arguments');
  expect(() => defineOp('rest', { expand: (...xs) => ops.add(...xs) })).toThrow('for a list, use defineListOp');
});

test('an op whose rule gives no node is refused, by name', () => {
  const broken = defineOp('broken', { expand: (_x) => wrong(undefined) });
  expect(() => evaluate(broken(1))).toThrow(
    new GraphError('The expand of op "broken": Expected a node or a number, not undefined.'),
  );
  const noLog = defineOp('noLog', { expand: (x) => ops.sigmoid(x), log: () => wrong('log') });
  expect(() => lower(ops.log(noLog(input('x'))))).toThrow('The log of op "noLog": Expected a node or a number');
});

test('an op that uses a parameter or an input of its own is refused, and told what to do', () => {
  const w = parameter(2, { name: 'w' });
  const scaled = defineOp('scaled', { expand: (x) => ops.multiply(w, x) });
  expect(() => evaluate(scaled(input('x')), { x: 1 })).toThrow(
    new GraphError(
      'The expand of op "scaled": parameter "w" is not one of the arguments. Pass it as one, or use defineMacro.',
    ),
  );
  const other = input();
  const shifted = defineOp('shifted', { expand: (x) => ops.sin(x), partials: (_, x) => [ops.add(x, other)] });
  const x = input('x');
  expect(() => gradient(shifted(x), x)).toThrow('The partials of op "shifted": input is not one of the arguments');
});

test('a complement or logarithm that states itself again is not rewritten for ever', () => {
  const loop: Unary = defineOp('loop', { expand: (x) => ops.sigmoid(x), complement: (x) => ops.subtract(1, loop(x)) });
  const own: Unary = defineOp('own', { expand: (x) => ops.exp(x), log: (x) => ops.log(own(x)) });
  const x = input('x');
  const found = evaluate([ops.log(ops.subtract(1, loop(x))), ops.log1p(ops.negate(loop(x))), ops.log(own(x))], {
    x: 2,
  });
  const expected = -Math.log1p(Math.exp(2));
  expect(found).toEqual([expected, expected, 2].map((value) => expect.closeTo(value, 12)));
});

test('defineListOp(name, …) takes one list of any length', () => {
  const total = defineListOp('total', { expand: (xs) => ops.add(...xs) });
  const x = input('x');
  expect(evaluate([total([x]), total([x, 2]), total([x, x, 3, 4])], { x: 1 })).toEqual([1, 3, 9]);
  expect(funcify(total([x, 2]))).toBe('total(x, 2)');
  expect(total.op).toMatchObject({ name: 'total', arity: undefined, finite: false, partials: undefined });
});

test('defineListOp(name, …) refuses an empty list, and what is no list', () => {
  const total = defineListOp('total', { expand: (xs) => ops.add(...xs) });
  expect(() => total([])).toThrow(new GraphError('total takes a list of arguments, got 0.'));
  expect(() => total(wrong(input('x')))).toThrow('total takes a list of arguments, got a node.');
  expect(() => total([1, wrong(null)])).toThrow('total, argument 2: expected a node or a number, not null.');
});

test('the partials of a list op get the list, for every length anew', () => {
  const norm = defineListOp('norm', {
    expand: (xs) => ops.sqrt(ops.add(...xs.map((x) => ops.multiply(x, x)))),
    partials: (y, xs) => xs.map((x) => ops.divide(x, y)),
  });
  const [x, y, z] = [input('x'), input('y'), input('z')] as Node[] as [Node, Node, Node];
  expect(evaluate(gradient<Node[], Node>(norm([x, y]), [x, y]), { x: 3, y: 4 })).toEqual([0.6, 0.8]);
  expect(evaluate(gradient<Node[], Node>(norm([x, y, z]), [x, y, z]), { x: 2, y: 3, z: 6 })).toEqual([
    2 / 7,
    3 / 7,
    6 / 7,
  ]);
});

test('a derived op with a sum over the batch has the same value for all samples', () => {
  const centred = defineOp('centred', {
    expand: (x) => ops.subtract(x, ops.divide(sumBatch(x), sumBatch(1))),
  });
  expect(Array.from(evaluator(centred(input('x'))).batch({ x: [1, 2, 6] }))).toEqual([-2, -1, 3]);
});

test('a number that stands among nodes again is the same constant, but not 0 and −0, nor across macros', () => {
  const x = input('x');
  const seconds = (nodes: readonly Node[]): unknown[] =>
    nodes.map((node) => (node.kind === 'operation' ? node.args[1] : 0));
  const [a, b, c, d] = seconds([ops.add(x, 0.5), ops.multiply(x, 0.5), ops.add(x, 0), ops.add(x, -0)]);
  expect(b).toBe(a);
  expect(d).not.toBe(c);
  const [outside, inside] = seconds([ops.add(x, 7), defineMacro('seven', () => ops.add(x, 7))()]);
  expect(inside).not.toBe(outside);
});
