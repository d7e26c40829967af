import { expect, test } from 'vitest';
import { defineMacro, input, inputs, type Node, parameter, summary } from './index.ts';
import { add, multiply, sigmoid, square, sum } from './testing/vocabulary.ts';

const unit = defineMacro('unit', (xs: readonly Node[]) => sigmoid(add(sum(xs.map(weighted)), parameter(0))));
const weighted = (x: Node): Node => multiply(parameter(1), x);
const layer = defineMacro('layer', (xs: readonly Node[], size: number) => Array.from({ length: size }, () => unit(xs)));

test('String(summary(outputs)) is a table of nested blocks', () => {
  const [a, b] = [input('a'), input('b')];
  const [p, q] = layer(layer([a, b], 2), 2) as [Node, Node];
  expect(String(summary({ p, q }))).toMatchInlineSnapshot(`
    "inputs: a, b
    block     shape  operations  parameters
    layer#1   2 → 2          10           6
      unit#1  2 → 1           5           3
      unit#2  2 → 1           5           3
    layer#2   2 → 2          10           6
      unit#3  2 → 1           5           3
      unit#4  2 → 1           5           3
    all       2 → 2          20          12"
  `);
});

test('summary(outputs) counts inputs, outputs, operations and parameters', () => {
  const w = parameter(1, { trainable: false });
  const y = add(multiply(w, input('x')), multiply(w, input('x')), sum(inputs('v', 3)));
  const { blocks, ...counts } = summary([y, square(y), 3]);
  expect(blocks).toEqual([]);
  expect(counts).toMatchObject({ outputs: 3, operations: 5, parameters: 1, trainable: 0 });
  expect(counts.inputs).toEqual([
    { name: 'x', size: undefined },
    { name: 'v', size: 3 },
  ]);
  expect(String(summary([y, square(y), 3]))).toMatchInlineSnapshot(`
    "inputs: x, v[3]
    block  shape  operations  parameters
    all    4 → 3           5           1
    1 parameter is not trainable"
  `);
});

test('a block has the values that come in and go out, each once', () => {
  const x = input('x');
  const both = defineMacro('both', (a: Node, b: Node) => add(multiply(a, b), multiply(a, a)));
  const shared = both(x, input('x'));
  const { blocks } = summary([both(shared, shared), square(shared), shared]);
  expect(blocks).toEqual([
    { name: 'both#1', depth: 0, inputs: 1, outputs: 1, operations: 3, parameters: 0 },
    { name: 'both#2', depth: 0, inputs: 1, outputs: 1, operations: 3, parameters: 0 },
  ]);
});

test('a value that goes from one inner block to another stays inside the outer one', () => {
  const step = defineMacro('step', (x: Node) => square(x));
  const chain = defineMacro('chain', (x: Node) => step(step(x)));
  const y = chain(input('x'));
  expect(summary(add(y, y)).blocks.map(({ name, depth, inputs, outputs }) => [name, depth, inputs, outputs])).toEqual([
    ['chain#1', 0, 1, 1],
    ['step#1', 1, 1, 1],
    ['step#2', 1, 1, 1],
  ]);
});

test('summary(constant) has no inputs, and hostile names stay on one line', () => {
  expect(String(summary(5))).toMatchInlineSnapshot(`
    "inputs: none
    block  shape  operations  parameters
    all    0 → 1           0           0"
  `);
  const odd = defineMacro('a\nb\u202e', () => square(input('x\u0007')));
  expect(String(summary(odd()))).toMatchInlineSnapshot(`
    "inputs: x\\u{7}
    block              shape  operations  parameters
    a\\u{a}b\\u{202e}#1  0 → 1           1           0
    all                1 → 1           1           0"
  `);
});
