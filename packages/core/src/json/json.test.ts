import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  apply,
  constant,
  defineListOp,
  defineMacro,
  defineOp,
  evaluate,
  evaluator,
  fromJSON,
  funcify,
  GraphError,
  gradient,
  input,
  inputs,
  lower,
  type ModelFile,
  type Node,
  type Outputs,
  type Parameter,
  parameter,
  parameters,
  primitives,
  summary,
  toJSON,
  topologicalOrder,
  type Unary,
} from '../index.ts';
import { batchVocabulary, buildGraph, plan, runs } from '../testing/randomGraph.ts';
import {
  add,
  divide,
  exp,
  log,
  max,
  mean,
  multiply,
  negate,
  relu,
  sigmoid,
  softplus,
  square,
  subtract,
  sum,
} from '../testing/vocabulary.ts';

const x = input('x');
const full = { digits: Number.POSITIVE_INFINITY };

/** What becomes of outputs on their way through a file. */
const saved = <O extends Outputs>(outputs: O): O => fromJSON<O>(JSON.stringify(toJSON(outputs)));

test('toJSON(y) is a flat list of nodes, readable as it stands', () => {
  const w = parameter(0.5, { name: 'w' });
  const bias = parameter(-1, { trainable: false });
  expect(toJSON({ y: add(multiply(w, x), bias) })).toEqual({
    format: 'chainrule-model',
    version: 1,
    ops: {},
    nodes: [
      ['input', 'x'],
      ['parameter', 0.5, { name: 'w' }],
      ['parameter', -1, { trainable: false }],
      ['multiply', 1, 0],
      ['add', 3, 2],
    ],
    scopes: [],
    outputs: { y: 4 },
  });
});

test('toJSON(square(x)) holds all that the op is', () => {
  expect(toJSON(square(x)).ops).toEqual({
    square: {
      name: 'square',
      arity: 1,
      finite: true,
      notation: { form: 'suffix', symbol: ' ** 2', precedence: 'power' },
      expand: {
        nodes: [
          ['argument', 0],
          ['multiply', 0, 0],
        ],
        results: [1],
      },
    },
  });
});

test('fromJSON(toJSON(graph)) has the values, gradients and formula of the graph, and is written the same', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const { of, others, row, targets } = buildGraph(given);
      const graph = { of, others: [...others], gradients: gradient<Node[], Node>(of, [...targets]) };
      const file = JSON.stringify(toJSON(graph));
      const read = fromJSON<typeof graph>(file);
      expect(JSON.stringify(toJSON(read))).toBe(file);
      expect(evaluator<typeof graph>(read)(row)).toEqual(evaluator<typeof graph>(graph)(row));
      expect(funcify(read, full)).toBe(funcify(graph, full));
    }),
    runs(300),
  );
}, 60_000);

test('gradient(fromJSON(toJSON(y)), parameters) is the gradient of y', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const { of, row } = buildGraph(given);
      const read = saved(of);
      const gradients = [of, read].map((node) => gradient<Node[], Node>(node, parameters(node)));
      const [expected, found] = gradients.map((list) => evaluator<Node[]>(list)(row));
      expect(found).toEqual(expected);
    }),
    runs(300),
  );
}, 60_000);

test('fromJSON(toJSON(y)) with sums over the batch gives the same columns', () => {
  fc.assert(
    fc.property(plan, (given) => {
      const { of, row } = buildGraph(given, batchVocabulary);
      const rows = [row, { ...row, x: 2 }, { ...row, y: -1 }];
      expect(evaluator<Node>(saved(of)).batch(rows)).toEqual(evaluator<Node>(of).batch(rows));
    }),
    runs(200),
  );
}, 60_000);

test('toJSON keeps every number: NaN, infinities, −0, the largest, the smallest', () => {
  const numbers = [Number.NaN, Infinity, -Infinity, -0, 0, Number.MAX_VALUE, Number.MIN_VALUE, 0.1, 2 ** 53 + 2];
  expect(evaluate(saved(numbers.map((value) => constant(value))))).toEqual(numbers);
  expect(parameters(saved(numbers.map((value) => parameter(value)))).map(({ value }) => value)).toEqual(numbers);
  expect(Object.is(evaluate(saved(numbers))[3], -0)).toBe(true);
});

test('fromJSON keeps unnamed inputs and parameters in order of creation, with their names and whether they train', () => {
  const [first, second] = [input(), input()];
  const p = [parameter(1, { name: 'p' }), parameter(2), parameter(3, { name: '', trainable: false })] as const;
  const read = saved(add(second, p[2], p[0], first, p[1]));
  expect(evaluate(read, { x1: 10, x2: 20 })).toBe(36);
  expect(evaluate(read, [10, 20])).toBe(36);
  expect(parameters(read).map(({ value, name, trainable }) => [value, name, trainable])).toEqual([
    [1, 'p', true],
    [2, undefined, true],
    [3, '', false],
  ]);
});

test('fromJSON keeps vector inputs, of which some elements may not be used', () => {
  const [v0, , v2] = inputs('v', 3);
  expect(evaluate(saved(subtract(v0 as Node, v2 as Node)), { v: [5, 6, 7] })).toBe(-2);
});

test('fromJSON keeps scopes, so that summary says the same', () => {
  const layer = defineMacro('layer', (z: Node) => sigmoid(affine(z)));
  const affine = defineMacro('affine', (z: Node) => add(multiply(parameter(1), z), parameter(0)));
  const y = layer(layer(x));
  expect(String(summary(saved(y)))).toBe(String(summary(y)));
  expect(summary(saved(y))).toMatchObject({ blocks: summary(y).blocks });
});

test('a loaded model keeps the laws of its ops: log(sigmoid(z)) does not overflow', () => {
  const [z, target] = [input('z'), input('y')];
  const p = sigmoid(z);
  const loss = negate(add(multiply(target, log(p)), multiply(subtract(1, target), log(subtract(1, p)))));
  const read = saved(loss);
  const slope = gradient(read, input('z'));
  for (const [at, y, value, derivative] of [
    [-1000, 1, 1000, -1],
    [1000, 0, 1000, 1],
    [1000, 1, 0, 0],
  ] as const) {
    expect(evaluate<Node>(read, { z: at, y })).toBeCloseTo(value, 12);
    expect(evaluate<Node>(slope, { z: at, y })).toBe(derivative);
  }
  expect(evaluate(log(saved(sigmoid(x))), { x: -1000 })).toBe(-1000);
});

test('toJSON writes ops that use each other: the partials of softplus are sigmoid, the logarithm of sigmoid is softplus', () => {
  const { ops } = toJSON(softplus(x));
  expect(Object.keys(ops)).toEqual(['softplus', 'sigmoid']);
  expect(ops['sigmoid']?.log?.nodes.map(([op]) => op)).toContain('softplus');
});

test('toJSON writes list ops once for each length, and different ops of one name apart', () => {
  const other = defineOp('mean', { expand: (a, b) => divide(add(a, b), 2) });
  const y = add(mean([x]), mean([x, 1]), mean([x, 3]), mean([x, 1, 2]), other(x, 5));
  const file = toJSON(y);
  expect(Object.keys(file.ops)).toEqual(expect.arrayContaining(['mean', "mean'2", "mean'3", "mean'4"]));
  expect(Object.keys(file.ops).filter((key) => key.startsWith('mean'))).toHaveLength(4);
  expect(funcify(saved(y))).toBe(funcify(y));
  expect(evaluate<Node>(saved(y), { x: 3 })).toBe(evaluate<Node>(y, { x: 3 }));
});

test('toJSON writes each op after those that its expansion uses', () => {
  const inner: Unary = defineOp('inner', { expand: (a) => exp(a), partials: (y, a) => [multiply(y, outer(a))] });
  const outer: Unary = defineOp('outer', { expand: (a) => divide(inner(a), inner(a)) });
  const top = defineOp('top', { expand: (a) => add(outer(a), inner(a)) });
  expect(Object.keys(toJSON(add(top(x), inner(x))).ops)).toEqual(['inner', 'outer', 'top']);
  expect(Object.keys(toJSON(add(inner(x), top(x))).ops)).toEqual(['inner', 'outer', 'top']);
});

test('toJSON writes an op that is defined by itself with fewer arguments, 200 deep', () => {
  const horner = defineListOp('horner', {
    expand: ([first, ...rest]) => (rest.length === 0 ? exp(first as Node) : add(first as Node, horner(rest))),
  });
  const y = horner(Array.from({ length: 200 }, () => x));
  expect(evaluate<Node>(saved(y), { x: 0 })).toBe(1);
});

test('toJSON refuses an op whose expansion has no end', () => {
  const endless: Unary = defineOp('endless', { expand: (a) => negate(endless(a)) });
  expect(() => toJSON(endless(x))).toThrow(GraphError);
  expect(() => toJSON(endless(x))).toThrow('The expansion of op "endless" uses the op itself: it has no end.');
});

test('names in a file are data', () => {
  const names = ['__proto__', 'constructor', '<script>', '../../etc', '\u202e', '', 'a~1/b', '`x`'];
  const y = names.map((name) => defineMacro(name, () => add(input(name), parameter(1, { name })))());
  const record = Object.fromEntries(names.map((name, i) => [name, y[i] as Node]));
  const read = fromJSON<Record<string, Node>>(JSON.stringify(toJSON(record)));
  expect(Object.keys(read)).toEqual(names);
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(parameters(read).map(({ name }) => name)).toEqual(names);
  expect(summary(read).blocks.map(({ name }) => name)).toEqual(names.map((name) => `${name}#1`));
  const row = Object.fromEntries(names.map((name, i) => [name, i]));
  expect(Object.values(evaluate<Record<string, Node>>(read, row))).toEqual(names.map((_, i) => i + 1));
});

test('an op may be called like a member of all objects', () => {
  const odd = ['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'argument', 'input', 'constant', 'parameter'];
  const y = odd.reduce<Node>((node, name) => defineOp(name, { expand: (a) => add(a, 1) })(node), x);
  expect(evaluate<Node>(saved(y), { x: 0 })).toBe(odd.length);
});

test('a notation of one’s own survives', () => {
  const notation = { form: 'infix', symbol: '⊕', precedence: 'sum' } as const;
  const xor = defineOp('xor', { expand: (a, b) => subtract(add(a, b), multiply(2, a, b)), notation });
  expect(funcify(saved(xor(x, 1)))).toBe('x ⊕ 1');
});

test('toJSON and fromJSON take a chain of 1,000,000 operations', () => {
  let y: Node = x;
  for (let i = 0; i < 500_000; i++) y = add(negate(y), 1);
  const file = toJSON(y);
  expect(file.nodes).toHaveLength(1_000_002);
  expect(topologicalOrder([fromJSON<Node>(file)]).nodes).toHaveLength(1_000_002);
}, 60_000);

test('toJSON and fromJSON take a sum of 1,000,000 terms and as many outputs', () => {
  const terms = Array.from({ length: 1_000_000 }, (_, i) => (i === 0 ? x : constant(1)));
  const read = saved([apply(primitives.add, terms), ...terms.slice(0, 10)]);
  expect(topologicalOrder(read).nodes).toHaveLength(1_000_001);
  expect(evaluate<Node>(read[0] as Node, { x: 1 })).toBe(1_000_000);
}, 60_000);

test('fromJSON(file) makes new parameters: the old ones stay as they are', () => {
  const w = parameter(1);
  const [copy] = parameters(saved(multiply(w, x))) as [Parameter];
  copy.value = 5;
  expect(w.value).toBe(1);
});

test('fromJSON takes the document as well as its text', () => {
  const file: ModelFile = toJSON({ list: [add(x, 1), [constant(2)]] });
  expect(evaluate(fromJSON(file), { x: 1 })).toEqual({ list: [2, [2]] });
});

test('an op on several arguments, with max in it, is lowered to the same program', () => {
  const hinge = defineOp('hinge', { expand: (a, b) => max(0, subtract(1, multiply(a, b))) });
  const y = sum([hinge(x, 2), relu(x), apply(primitives.max, [x])]);
  expect(lower(saved(y)).length).toBe(lower(y).length);
});
