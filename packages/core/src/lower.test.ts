import { expect, test } from 'vitest';
import {
  constant,
  defineOp,
  evaluate,
  GraphError,
  gradient,
  input,
  inputs,
  leafCode,
  lower,
  meanBatch,
  type Node,
  type Outputs,
  type Program,
  parameter,
  parameters,
  primitiveOf,
  primitives,
  sumBatch,
} from './index.ts';
import * as ops from './testing/vocabulary.ts';

/** A program as text, a line an instruction. */
function listing(outputs: Outputs, options = {}): string[] {
  const program = lower(outputs, options);
  return Array.from(program.op, (code, id) => {
    const name = primitiveOf(program, id)?.name ?? Object.keys(leafCode)[code];
    const args = program.args.subarray(program.argStart[id], program.argStart[id + 1]);
    const aux = program.aux[id] as number;
    const text =
      name === 'constant' || name === 'input' || name === 'parameter' ? (Object.is(aux, -0) ? '-0' : aux) : '';
    return `${program.rank[id]} ${name} ${[text, ...args].filter((part) => part !== '').join(' ')}`;
  });
}

test('lower(y) gives inputs by slot, parameters by slot, then constants and operations in the order of use', () => {
  const [x, y] = [input('x'), input('y')];
  const [p, q] = [parameter(1), parameter(2)];
  expect(listing(ops.add(ops.multiply(q, y), ops.multiply(p, x, 3)))).toEqual([
    '1 input 0',
    '1 input 1',
    '0 parameter 0',
    '0 parameter 1',
    '1 multiply 3 1',
    '0 constant 3',
    '1 multiply 2 0 5',
    '1 add 4 6',
  ]);
});

test('lower(outputs) keeps outputs in the order of the structure, and the structure', () => {
  const x = input('x');
  const outputs = { a: ops.sin(x), list: [x, 2, ops.sin(x)] };
  const program = lower(outputs);
  expect(Array.from(program.outputs)).toEqual([1, 0, 2, 1]);
  expect(program.structure).toBe(outputs);
});

test('lower(outputs) merges equal operations, also inside derived ops and across them', () => {
  const x = input('x');
  const f = defineOp('f', { expand: (a) => ops.sin(ops.multiply(a, 2)) });
  const g = defineOp('g', { expand: (a) => ops.cos(ops.sin(ops.multiply(a, 2))) });
  expect(listing([f(x), g(x), ops.sin(ops.multiply(input('x'), constant(2)))])).toEqual([
    '1 input 0',
    '0 constant 2',
    '1 multiply 0 1',
    '1 sin 2',
    '1 cos 3',
  ]);
});

test('lower(outputs) does not merge what differs in operation, arguments, their order or their number', () => {
  const [x, y] = [input('x'), input('y')];
  const outputs = [
    ops.add(x, y),
    ops.add(y, x),
    ops.add(x, y, x),
    ops.add(x, x),
    ops.subtract(x, y),
    ops.max(x, y),
    ops.sin(x),
    ops.sin(y),
  ];
  const program = lower(outputs);
  expect(new Set(program.outputs).size).toBe(outputs.length);
  expect(program.length).toBe(outputs.length + 2);
});

test('lower(outputs) merges equal constants, and tells 0 from −0', () => {
  const x = input('x');
  const outputs = [0, -0, Number.NaN, 0.5, -0, 0, Number.NaN, Number.POSITIVE_INFINITY].map((c) => ops.max(x, c));
  expect(listing(outputs)).toEqual([
    '1 input 0',
    '0 constant 0',
    '1 max 0 1',
    '0 constant -0',
    '1 max 0 3',
    '0 constant NaN',
    '1 max 0 5',
    '0 constant 0.5',
    '1 max 0 7',
    '0 constant Infinity',
    '1 max 0 9',
  ]);
  expect(evaluate<Node[]>(outputs as Node[], { x: -1 }).map((v) => Object.is(v, -0))).toEqual([
    false,
    true,
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
});

test('lower(outputs) folds constants inside derived ops, unless told not to simplify', () => {
  const x = input('x');
  const wide = defineOp('wide', { expand: (a) => ops.multiply(ops.add(1, ops.exp(0)), a) });
  const operations = (lines: readonly string[]): string[] =>
    lines.map((line) => line.split(' ')[1] as string).filter((name) => name !== 'constant' && name !== 'input');
  expect(operations(listing(wide(x)))).toEqual(['multiply']);
  expect(listing(wide(x))).toContain('0 constant 2');
  expect(operations(listing(wide(x), { simplify: false }))).toEqual(['exp', 'add', 'multiply']);
});

test('lower(outputs) has no operation that no output needs', () => {
  const x = input('x');
  const outputs = ops.add(ops.multiply(0, ops.sin(x)), ops.select(1, ops.cos(x), ops.tan(x)));
  expect(listing(outputs)).toEqual(['1 input 0', '1 cos 0']);
});

test('lower(outputs) keeps inputs and parameters that simplification made useless, for rows and machines go by them', () => {
  const [x, y, p] = [input('x'), input('y'), parameter(3)];
  const program = lower(ops.add(y, ops.multiply(0, x, p)));
  expect(program.fields.map(({ name }) => name)).toEqual(['x', 'y']);
  expect(program.parameters).toEqual([p]);
  expect(program.length).toBe(3);
});

test('lower(outputs) gives ranks: 0 for what is uniform over a batch, 1 for the rest', () => {
  const [x, p] = [input('x'), parameter(3)];
  expect(listing([ops.multiply(p, p), ops.add(ops.multiply(p, x), sumBatch(x)), sumBatch(ops.multiply(p, p))])).toEqual(
    ['1 input 0', '0 parameter 0', '0 multiply 1 1', '1 multiply 1 0', '0 sumBatch 0', '1 add 3 4', '0 sumBatch 2'],
  );
});

test('lower(gradient(meanBatch(loss), p)) sums over the batch for every uniform target', () => {
  const [x, p] = [input('x'), parameter(3)];
  const program = lower(gradient(meanBatch(ops.square(ops.multiply(p, x))), p));
  expect(program.rank[program.outputs[0] as number]).toBe(0);
  expect(
    Array.from(program.op, (_, id) => primitiveOf(program, id)).filter((op) => op === primitives.sumBatch).length,
  ).toBe(2);
});

test('lower(outputs) gives vector inputs successive slots, in order of creation', () => {
  const v = inputs('v', 3);
  const x = input('x');
  const w = inputs('w', 2);
  const program = lower([w[1], x, v[2], v[0]] as Node[]);
  expect(program.fields).toEqual([
    { name: 'v', size: 3, slot: 0 },
    { name: 'x', size: undefined, slot: 3 },
    { name: 'w', size: 2, slot: 4 },
  ]);
  expect(program.slots).toBe(6);
  expect(Array.from(program.outputs)).toEqual([5, 3, 2, 0]);
});

test('lower(outputs) names unnamed inputs x1, x2, … in order of creation, and leaves out names that are taken', () => {
  const [a, named, b, c] = [input(), input('x2'), input(), input()] as Node[] as [Node, Node, Node, Node];
  expect(lower(ops.add(c, b, named, a)).fields.map(({ name }) => name)).toEqual(['x1', 'x2', 'x3', 'x4']);
  expect(evaluate<Node[]>([a, named, b, c], { x1: 1, x2: 2, x3: 3, x4: 4 })).toEqual([1, 2, 3, 4]);
});

test('lower(outputs) takes inputs of one name for one input', () => {
  const program = lower(ops.add(input('a'), ops.sin(input('a'))));
  expect(program.slots).toBe(1);
  expect(program.length).toBe(3);
});

test('lower(outputs) refuses one name for inputs of different sizes', () => {
  expect(() => lower(ops.add(input('v'), ...inputs('v', 3)))).toThrow(
    new GraphError('Input "v" is used as a number and as a vector of 3. Give one of them another name.'),
  );
  expect(() => lower([...inputs('v', 2), ...inputs('v', 3)])).toThrow(
    'Input "v" is used as a vector of 2 and as a vector of 3.',
  );
});

test('lower(outputs) of leaves and numbers alone needs no operation', () => {
  expect(listing([3, 3, parameter(1)])).toEqual(['0 parameter 0', '0 constant 3']);
  expect(listing([])).toEqual([]);
  expect(listing(ops.add(input('x')))).toEqual(['1 input 0']);
});

test('lower(outputs) reads nothing from parameters but which they are', () => {
  const p = parameter(1);
  const y = ops.multiply(p, 2);
  const before = listing(y);
  p.value = 0;
  expect(listing(y)).toEqual(before);
});

test('lower(y) grows as needed: 5,000 operations from one derived op', () => {
  const x = input('x');
  const long = defineOp('long', {
    expand: (a) => {
      let y: Node = a;
      for (let i = 0; i < 5000; i++) y = ops.add(ops.sin(y), a, a) as Node;
      return y;
    },
  });
  const program = lower([long(x), long(x)]);
  expect(program.length).toBe(10_001);
  expect(new Set(program.outputs).size).toBe(1);
  let expected = 0.5;
  for (let i = 0; i < 5000; i++) expected = Math.sin(expected) + 0.5 + 0.5;
  expect(evaluate(long(x), { x: 0.5 })).toBeCloseTo(expected, 9);
});

test('primitiveOf(program, id) is undefined for leaves', () => {
  const program: Program = lower(ops.add(input('x'), parameter(1), 2));
  expect([0, 1, 2, 3].map((id) => primitiveOf(program, id) === undefined)).toEqual([true, true, true, false]);
});

test('parameters(outputs) gives each parameter once, in order of creation', () => {
  const [p, q, r] = [parameter(1), parameter(2), parameter(3)];
  expect(parameters([ops.add(r, p), { a: ops.multiply(q, p) }])).toEqual([p, q, r]);
  expect(parameters(ops.sin(input('x')))).toEqual([]);
});

test('lower(y) after gradient(y, x) is the program it was before, with the inputs that no law leaves in it', () => {
  const graph = (): { y: Node; x: Node } => {
    const x = input('x');
    const unused = ops.multiply(0, input('a'));
    return { x, y: ops.add(ops.log(ops.sigmoid(x)), unused) };
  };
  const { x, y } = graph();
  const slope = gradient<Node, Node>(y, x);
  const [before, after] = [lower([graph().y]), lower([y])];
  expect({ ...after, structure: before.structure }).toEqual(before);
  expect(after.fields.map(({ name }) => name)).toEqual(['x', 'a']);
  expect(lower([y, slope]).op.slice(0, after.length)).toEqual(after.op);
});
