import { expect, test } from 'vitest';
import {
  defineOp,
  evaluate,
  funcify,
  gradient,
  input,
  lower,
  type Node,
  type NodeLike,
  parameter,
  primitiveOf,
  simplify,
} from './index.ts';
import * as ops from './testing/vocabulary.ts';

const [x, y, u] = [input('x'), input('y'), input('u')];
const p = parameter(0.5, { name: 'p' });

const text = (node: NodeLike): string => funcify(node, { parameters: 'names' });
const simple = (node: NodeLike): Node => simplify<Node>(node as Node);
const value = (node: NodeLike, row: object): number => (evaluate as (y: NodeLike, row: object) => number)(node, row);

const equals = ops.less(x, y);

/** One row a law: what is written, and how it reads when simplified. */
const laws: readonly (readonly [law: string, written: NodeLike, simplified: string])[] = [
  ['x + 0 → x', ops.add(x, 0), 'x'],
  ['x + 0 → x', ops.add(0, x, -0, y, 0), 'x + y'],
  ['0 + 0 → 0', ops.add(0, 0), '0'],
  ['sum of one term → that term', ops.add(x), 'x'],
  ['a + −b → a − b', ops.add(x, ops.negate(y)), 'x - y'],
  ['−a + b → b − a', ops.add(ops.negate(x), y), 'y - x'],
  ['x − 0 → x', ops.subtract(x, 0), 'x'],
  ['0 − x → −x', ops.subtract(0, x), '-x'],
  ['a − −b → a + b', ops.subtract(x, ops.negate(y)), 'x + y'],
  ['0 · x → 0', ops.multiply(x, 0), '0'],
  ['0 · x → 0', ops.multiply(x, y, 0), '0'],
  ['1 · x → x', ops.multiply(1, x), 'x'],
  ['1 · x → x', ops.multiply(x, 1, y), 'x * y'],
  ['1 · 1 → 1', ops.multiply(1, 1), '1'],
  ['product of one factor → that factor', ops.multiply(x), 'x'],
  ['−1 · x → −x', ops.multiply(-1, x), '-x'],
  ['−1 · x → −x', ops.multiply(x, -1), '-x'],
  ['a · (1 / b) → a / b', ops.multiply(x, ops.divide(1, y)), 'x / y'],
  ['a · (1 / b) → a / b', ops.multiply(ops.divide(1, y), x), 'x / y'],
  ['x / 1 → x', ops.divide(x, 1), 'x'],
  ['0 / x → 0', ops.divide(0, x), '0'],
  ['x / −1 → −x', ops.divide(x, -1), '-x'],
  ['−−x → x', ops.negate(ops.negate(x)), 'x'],
  ['−(a − b) → b − a', ops.negate(ops.subtract(x, y)), 'y - x'],
  ['x ** 0 → 1', ops.power(x, 0), '1'],
  ['x ** 1 → x', ops.power(x, 1), 'x'],
  ['x ** 2 → x · x', ops.power(x, 2), 'x * x'],
  ['x ** 0.5 → √x', ops.power(x, 0.5), 'sqrt(x)'],
  ['x ** −1 → 1 / x', ops.power(x, -1), '1 / x'],
  ['log exp u → u', ops.log(ops.exp(u)), 'u'],
  ['log f(x) → stated log', ops.log(ops.sigmoid(x)), '-softplus(-x)'],
  ['log(exp u / s) → u − log s', ops.log(ops.divide(ops.exp(u), y)), 'u - log(y)'],
  ['1 − f(x) → complement', ops.subtract(1, ops.sigmoid(x)), 'sigmoid(-x)'],
  ['log(1 − f(x))', ops.log(ops.subtract(1, ops.sigmoid(x))), '-softplus(x)'],
  ['log(1 + −f(x)) → log of the complement', ops.log1p(ops.negate(ops.sigmoid(x))), '-softplus(x)'],
  ['|−x| → |x|', ops.abs(ops.negate(x)), 'abs(x)'],
  ['||x|| → |x|', ops.abs(ops.abs(x)), 'abs(x)'],
  ['⌊⌊x⌋⌋ → ⌊x⌋', ops.floor(ops.floor(x)), 'floor(x)'],
  ['max of one → that one', ops.max(x), 'x'],
  ['min of one → that one', ops.min(x), 'x'],
  ['c ? a : b, c constant', ops.select(1, x, y), 'x'],
  ['c ? a : b, c constant', ops.select(0, x, y), 'y'],
  ['c ? a : a → a', ops.select(y, x, x), 'x'],
  ['(a < b) ? 1 : 0 → a < b', ops.select(equals, 1, 0), 'x < y'],
  ['constants are folded', ops.multiply(ops.add(1, 2), ops.subtract(x, ops.sqrt(4))), '3 * (x - 2)'],
  ['a law makes way for the next', ops.add(ops.multiply(0, x), ops.multiply(1, ops.add(y, 0))), 'y'],
  ['laws inside arguments', ops.sin(ops.negate(ops.negate(x))), 'sin(x)'],
  ['a derived op that takes the log of what states its own', ops.add(nll(ops.sigmoid(x)), 0), 'softplus(-x)'],
];

function nll(of: Node): Node {
  return defineOp('nll', { expand: (a) => ops.negate(ops.log(a)) })(of);
}

test.each(laws)('simplify(y) applies %s', (_, written, simplified) => {
  expect(text(simple(written))).toBe(simplified);
  for (const row of [
    { x: 0.3, y: 1.7, u: -0.4 },
    { x: 2.5, y: 0.2, u: 3 },
    { x: 1.25, y: 1.25, u: 0.5 },
  ])
    expect(value(simple(written), row)).toBeCloseTo(value(lowered(written, row), row), 12);
});

/** The value without simplification, by way of the numbers of the row in the place of inputs. */
function lowered(written: NodeLike, row: object): number {
  const program = lower(written as Node, { simplify: false });
  const values: number[] = [];
  for (let id = 0; id < program.length; id++) {
    const primitive = primitiveOf(program, id);
    if (primitive === undefined)
      values.push(
        id < program.slots ? (Object(row)[program.fields[id]?.name as string] as number) : (program.aux[id] as number),
      );
    else {
      const args = Array.from(
        program.args.subarray(program.argStart[id], program.argStart[id + 1]),
        (arg) => values[arg],
      );
      values.push(evaluatePrimitive(primitive, args as number[]));
    }
  }
  return values[program.outputs[0] as number] as number;
}

const evaluatePrimitive = (primitive: unknown, args: readonly number[]): number => {
  const name = typeof primitive === 'string' ? primitive : (primitive as { name: string }).name;
  const [a = 0, b = 0, c = 0] = args;
  const table: Readonly<Record<string, () => number>> = {
    add: () => args.reduce((s, t) => s + t),
    subtract: () => a - b,
    multiply: () => args.reduce((s, t) => s * t),
    divide: () => a / b,
    negate: () => -a,
    power: () => a ** b,
    sqrt: () => Math.sqrt(a),
    exp: () => Math.exp(a),
    log: () => Math.log(a),
    log1p: () => Math.log1p(a),
    sin: () => Math.sin(a),
    abs: () => Math.abs(a),
    floor: () => Math.floor(a),
    max: () => Math.max(...args),
    min: () => Math.min(...args),
    less: () => (a < b ? 1 : 0),
    select: () => (a !== 0 ? b : c),
  };
  return (table[name] as () => number)();
};

test('simplify(y) leaves alone what only looks like a law', () => {
  const untouched = [
    ops.add(ops.negate(x), y, u),
    ops.multiply(-1, x, y),
    ops.multiply(2, x),
    ops.subtract(1, ops.sin(x)),
    ops.log(ops.subtract(2, ops.sigmoid(x))),
    ops.log(ops.subtract(1, ops.sin(x))),
    ops.subtract(2, ops.sigmoid(x)),
    ops.divide(x, 2),
    ops.power(x, 3),
    ops.power(2, x),
    ops.log(ops.sin(x)),
    ops.log(ops.divide(x, ops.exp(y))),
    ops.log(ops.add(ops.exp(x), 1)),
    ops.log1p(ops.sigmoid(x)),
    ops.log1p(ops.negate(ops.sin(x))),
    ops.exp(ops.log(x)),
    ops.abs(x),
    ops.max(x, y),
    ops.select(x, 1, 0),
    ops.select(equals, 0, 1),
    ops.add(p, 1),
    ops.multiply(p, x),
  ] as Node[];
  for (const node of untouched) expect(simple(node)).toBe(node);
});

test('simplify(y) keeps what no law touches the same node, inside what one does', () => {
  const kept = ops.sin(ops.add(x, y));
  const node = simple(ops.multiply(kept, ops.add(u, 0)));
  if (node.kind !== 'operation') throw new Error('no operation');
  expect(node.args[0]).toBe(kept);
  expect(node.args[1]).toBe(u);
});

test('simplify(structure) gives the structure', () => {
  const found = simplify({ a: ops.add(x, 0), list: [ops.multiply(1, y), 3] });
  expect(found.a).toBe(x);
  expect(found.list[0]).toBe(y);
  expect(evaluate(found, { x: 1, y: 2 })).toEqual({ a: 1, list: [2, 3] });
});

test('simplify(y) folds constants, but not parameters and not a sum over the batch', () => {
  expect(simple(ops.sin(0.5))).toMatchObject({ kind: 'constant', value: value(ops.sin(0.5), {}) });
  expect(simple(ops.add(p, ops.multiply(2, 3)))).toMatchObject({ kind: 'operation' });
  expect(text(simple(ops.divide(0, 0)))).toBe('NaN');
});

test('lower(y, { simplify: false }) folds and rewrites nothing', () => {
  const written = ops.add(ops.multiply(1, x), ops.add(2, 3));
  expect(lower(written).length).toBe(3);
  // x, 1, 1 · x, 2, 3, 2 + 3, sum
  expect(lower(written, { simplify: false }).length).toBe(7);
});

const at = (z: number, f: (z: Node) => NodeLike): number[] => {
  const node = input('z');
  const y = ops.add(f(node)) as Node;
  const first = gradient<Node, Node>(y, node);
  return evaluate<Node[]>([y, first, gradient<Node, Node>(first, node)], { z });
};

/** y, y′ and y″ at z = −1000 and z = 1000. */
const stable: readonly (readonly [string, (z: Node) => NodeLike, readonly number[], readonly number[]])[] = [
  ['log(sigmoid(z))', (z) => ops.log(ops.sigmoid(z)), [-1000, 1, 0], [0, 0, 0]],
  ['log(1 − sigmoid(z))', (z) => ops.log(ops.subtract(1, ops.sigmoid(z))), [0, 0, 0], [-1000, -1, 0]],
  ['log1p(−sigmoid(z))', (z) => ops.log1p(ops.negate(ops.sigmoid(z))), [0, 0, 0], [-1000, -1, 0]],
  ['log(exp(z) / 2)', (z) => ops.log(ops.divide(ops.exp(z), 2)), [-1000 - Math.LN2, 1, 0], [1000 - Math.LN2, 1, 0]],
  ['log(exp(z))', (z) => ops.log(ops.exp(z)), [-1000, 1, 0], [1000, 1, 0]],
];

test.each(stable)('%s is exact at z = ±1000, with its derivatives', (_, f, low, high) => {
  expect(at(-1000, f).map((v) => v + 0)).toEqual(low);
  expect(at(1000, f).map((v) => v + 0)).toEqual(high);
});

const crossEntropy = defineOp('crossEntropy', {
  expand: (p, t) =>
    ops.negate(ops.add(ops.multiply(t, ops.log(p)), ops.multiply(ops.subtract(1, t), ops.log(ops.subtract(1, p))))),
});

test('crossEntropy(sigmoid(z), t), written as in a book, has the exact loss and the gradient sigmoid(z) − t at z = ±1000', () => {
  const [z, t] = [input('z'), input('t')];
  const loss = crossEntropy(ops.sigmoid(z), t);
  const outputs = [loss, gradient(loss, z), gradient(gradient(loss, z), z)];
  for (const [row, expected] of [
    [{ z: -1000, t: 1 }, [1000, -1, 0]],
    [{ z: -1000, t: 0 }, [0, 0, 0]],
    [{ z: -1000, t: 0.25 }, [250, -0.25, 0]],
    [{ z: 1000, t: 1 }, [0, 0, 0]],
    [{ z: 1000, t: 0 }, [1000, 1, 0]],
    [{ z: 1000, t: 0.25 }, [750, 0.75, 0]],
    [{ z: 0, t: 1 }, [Math.LN2, -0.5, 0.25]],
  ] as const)
    expect(evaluate(outputs, row).map((v) => v + 0)).toEqual(expected);
});

test('gradient(crossEntropy(p, t), node) is exact for the inner nodes z and p, too', () => {
  const [w, x] = [parameter(2), input('x')];
  const z = ops.multiply(w, x);
  const p = ops.sigmoid(z);
  for (const [x, t, dz, dp, dw] of [
    [-500, 1, -1, Number.NEGATIVE_INFINITY, 500],
    [500, 0, 1, Number.POSITIVE_INFINITY, 500],
    [0, 1, -0.5, -2, 0],
    [0, 0, 0.5, 2, 0],
  ] as const) {
    const loss = crossEntropy(p, t);
    const found = [gradient(loss, z), gradient(loss, p), gradient(loss, w)];
    expect(evaluate(found, { x }).map((v) => v + 0)).toEqual([dz, dp, dw]);
  }
  // d/dp −log(1 − p) = 1 / (1 − p), to p = e⁻¹⁰⁰⁰
  expect(evaluate(gradient(crossEntropy(p, 0), p), { x: -500 })).toBe(1);
  expect(evaluate(gradient(crossEntropy(p, 1), p), { x: 500 })).toBe(-1);
});

test('crossEntropy(softmax(z)ᵢ, 1) is exact where a probability is 0', () => {
  const z = [input('a'), input('b')] as Node[];
  const s = ops.add(...z.map((zi) => ops.exp(zi))) as Node;
  const loss = ops.negate(ops.log(ops.divide(ops.exp(z[0] as Node), s))) as Node;
  const found = [loss, ...gradient<Node[], Node>(loss, z)];
  expect(evaluate<Node[]>(found, { a: -700, b: 700 })).toEqual([1400, -1, 1]);
});
