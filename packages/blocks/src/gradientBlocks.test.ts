import {
  gradient,
  input,
  inputs,
  lower,
  meanBatch,
  type Node,
  type Parameter,
  parameter,
  parameters,
  seed,
  sumBatch,
} from '@chainrule/core';
import {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  categoricalCrossEntropyWithLogits,
  l1,
  l2,
  squaredError,
} from '@chainrule/losses';
import { linear, mlp, softmax } from '@chainrule/macros';
import {
  abs,
  add,
  divide,
  dot,
  exp,
  floor,
  leakyRelu,
  log,
  multiply,
  negate,
  relu,
  select,
  sigmoid,
  silu,
  square,
  subtract,
  sum,
  tanh,
} from '@chainrule/ops';
import { expect, test } from 'vitest';
import { condense } from './condense.ts';
import { gradientBlocks } from './gradientBlocks.ts';
import { differenceFrom } from './testing/differenceFrom.ts';
import { outline } from './testing/outline.ts';

/** The blocks of a loss in a few words, after a comparison with the scalar program on the interpreter; undefined if there are none. */
function outlineOf(loss: Node, chosen: readonly Parameter[] = parameters(loss)): string[] | undefined {
  const mean = meanBatch(loss);
  const blocks = gradientBlocks(condense(mean), chosen);
  if (blocks === undefined) return undefined;
  const program = lower([mean, ...(gradient(mean, chosen) as Node[])]);
  expect(blocks.program.parameters).toEqual(program.parameters);
  expect(blocks.program.fields).toEqual(program.fields);
  for (const count of [1, 2, 3, 5, 65, 130]) expect(differenceFrom(program, blocks, count)).toBeUndefined();
  return outline(blocks).flat();
}

const layersIn = (loss: Node): number => condense(meanBatch(loss)).layers.size;

const net = (widths: readonly [number, ...number[]], activation: (x: Node) => Node = tanh): readonly Node[] => {
  seed(7);
  return mlp(inputs('x', widths[0]), widths.slice(1), { activation });
};

const errors = (outputs: readonly Node[]): Node =>
  sum(outputs.map((y, i) => squaredError(y, inputs('t', outputs.length)[i] as Node)));

/** Layers with activations of every kind: each condition, partial and law comes by. */
const losses: Readonly<Record<string, readonly [build: () => Node, layers: number]>> = {
  'relu, softmax cross-entropy of logits': [
    () => categoricalCrossEntropyWithLogits(net([7, 6, 5], relu), inputs('y', 5)),
    2,
  ],
  'tanh, softmax and its cross-entropy': [() => categoricalCrossEntropy(softmax(net([7, 6, 6, 5])), inputs('y', 5)), 3],
  'leaky relu, sigmoid and its cross-entropy': [
    () => binaryCrossEntropy(sigmoid(net([2, 16, 16, 1], leakyRelu)[0] as Node), input('y')),
    2,
  ],
  'silu, squared errors': [() => errors(net([4, 8, 8], silu)), 2],
  'no activation': [() => errors(net([3, 4, 5, 4], (x) => x)), 3],
  'squares, a layer read by more than the next': [
    () => {
      const hidden = net([3, 5, 4], (x) => square(x) as Node).map(tanh);
      return add(errors(linear(hidden, 4)), multiply(0.1, sum(hidden)));
    },
    2,
  ],
};

test.each(Object.entries(losses))('gradientBlocks of %s has the bits of the scalar gradient', (_, [build, layers]) => {
  expect(layersIn(build())).toBe(layers);
  expect(outlineOf(build())?.some((block) => block.startsWith('outer'))).toBe(true);
});

test('gradientBlocks has for each layer a fold forward and one back, and an outer block', () => {
  const blocks = outlineOf(categoricalCrossEntropyWithLogits(net([9, 8, 7, 6], tanh), inputs('y', 6)));
  expect(blocks?.filter((block) => /product|outer/.test(block)).sort()).toEqual([
    'add 6: 7 products, 1 values',
    'add 7: 6 products',
    'add 7: 8 products, 1 values',
    'add 8: 7 products',
    'add 8: 9 products, 1 values',
    'outer 6x7',
    'outer 7x8',
    'outer 8x9',
  ]);
});

test('gradientBlocks takes weights in any order of creation, factors in any order, and layers without bias', () => {
  seed(1);
  const columns = Array.from({ length: 5 }, () => Array.from({ length: 6 }, () => parameter()));
  const xs = inputs('x', 5);
  const hidden = Array.from({ length: 6 }, (_, j) =>
    tanh(
      sum(
        xs.map((x, k) => (k % 2 === 0 ? multiply(x, columns[k]?.[j] as Node) : multiply(columns[k]?.[j] as Node, x))),
      ),
    ),
  );
  expect(outlineOf(errors(linear(hidden, 4, { bias: false })))).toContain('outer 6x5');
});

test('gradientBlocks knows rows from the order in which the loss reads them', () => {
  const [a, b, c, d] = net([3, 4], tanh) as [Node, Node, Node, Node];
  const loss = squaredError(sum([c, multiply(2, a), d, multiply(3, b)]), input('t'));
  expect(outlineOf(loss)).toContain('outer 4x3');
  const [p, q, r, s] = net([3, 5, 4]) as [Node, Node, Node, Node];
  expect(outlineOf(errors([negate(subtract(p, q)), negate(subtract(r, s))]))).toContain('add 5: 4 products'); // q − p, s − r
});

test('gradientBlocks adds what a penalty hands down to weights', () => {
  const loss = errors(net([3, 5, 4]));
  const all = parameters(loss);
  expect(outlineOf(add(loss, l2(all, 0.1)))).toContain('outer 4x5');
  expect(layersIn(add(loss, l2(all, 0.1)))).toBe(2);
  const some = add(loss, l2(all.slice(0, 9), 0.1), multiply(0.2, sum(all.slice(4, 30).map(abs))), all[5] as Node);
  expect(outlineOf(some)).toContain('outer 5x3');
  expect(outlineOf(add(loss, l1(all, 0.1)), all.slice(20))).toContain('outer 4x5');
  const product = multiply(all[0] as Node, all[1] as Node, all[25] as Node);
  expect(outlineOf(add(loss, multiply(0.3, product), negate(product)))).toContain('outer 5x3');
});

test('gradientBlocks takes a sum of the same operation on each of many parameters as a map and its sum', () => {
  const loss = errors(net([3, 5, 4]));
  const all = parameters(loss); // 44 of them
  const sumsIn = (penalised: Node): number => condense(meanBatch(penalised)).sums.size;
  const once = ['map 44', 'add 1: 44 values', 'map 44'];
  for (const penalty of [l2(all, 0.1), l1(all, 0.1), negate(sum(all.map((weight) => exp(weight))))]) {
    expect(sumsIn(add(loss, penalty))).toBe(1);
    const blocks = outlineOf(add(loss, penalty))?.filter((block) => block.includes('44'));
    expect(blocks?.slice(0, 2)).toEqual(once.slice(0, 2));
    expect(blocks?.slice(2).every((block) => block === 'map 44')).toBe(true);
  }
  const two = add(loss, l2(all.slice(0, 20), 0.1), l1(all.slice(20), 0.2));
  expect(sumsIn(two)).toBe(2);
  expect(outlineOf(two)).toEqual(expect.arrayContaining(['add 1: 20 values', 'add 1: 24 values', 'outer 4x5']));
  expect(outlineOf(two, all.slice(0, 20))).toContain('outer 5x3'); // the second layer is not trained
});

test('gradientBlocks leaves a sum over parameters to scalars if something else reads one of them once for the batch', () => {
  const loss = errors(net([3, 5, 4]));
  const all = parameters(loss);
  const sumsIn = (penalised: Node): number => condense(meanBatch(penalised)).sums.size;
  for (const penalised of [
    add(loss, l2(all, 0.1), l1(all, 0.1)),
    add(loss, l2(all, 0.1), all[7] as Node),
    add(loss, l2([...all, parameter(0.3)], 0.1)), // no sample reads it
    add(loss, sum([...all.slice(1).map(square), abs(all[0] as Node)])),
    add(loss, sum(all.map((weight, k) => (k === 3 ? multiply(weight, weight, weight) : multiply(weight, weight))))),
    add(loss, sum(all.map((weight, k) => multiply(weight, all[k - 1] ?? weight)))),
    add(loss, l2(all.slice(0, 7), 0.1)), // few
  ]) {
    expect(sumsIn(penalised)).toBe(0);
    expect(outlineOf(penalised)).toContain('outer 4x5');
  }
  expect(outlineOf(add(loss, sum(all.map((weight) => floor(weight)))))).toBeUndefined(); // no derivative
});

test('gradientBlocks of a sum has no products with 1/z: they are divisions', () => {
  const rows = linear(inputs('x', 3), 4).map((z) => log(z) as Node);
  const total = sumBatch(sum(rows));
  expect(gradientBlocks(condense(total), parameters(total))).toBeUndefined();
});

test('gradientBlocks leaves parameters alone that are not chosen: whole layers keep their derivative for values', () => {
  seed(2);
  const first = linear(inputs('x', 5), 6);
  const hidden = first.map(tanh);
  const second = linear(hidden, 4);
  const all = parameters(second);
  const own = parameters(first);
  const others = all.filter((weight) => !own.includes(weight));
  const loss = errors(second);
  expect(outlineOf(loss, own)?.filter((block) => block.startsWith('outer'))).toEqual(['outer 6x5']);
  expect(outlineOf(loss, others)?.filter((block) => block.startsWith('outer'))).toEqual(['outer 4x6']);
  expect(outlineOf(loss, all.slice(1))).toBeUndefined(); // part of a layer
});

test('gradientBlocks is undefined where no layer is private, tame and read once', () => {
  const xs = inputs('x', 5);
  const shared = Array.from({ length: 5 }, () => parameter(0.3));
  const used = errors(linear(xs, 4));
  const weight = parameters(used)[3] as Node;
  expect(outlineOf(add(used, multiply(weight, xs[0] as Node)))).toBeUndefined(); // a weight that another value per sample reads
  expect(outlineOf(errors([0, 1, 2, 3].map((k) => dot(shared, [...xs.slice(k), ...xs.slice(0, k)]))))).toBeUndefined();
  expect(
    outlineOf(
      errors(
        linear(
          xs.map((x) => exp(multiply(parameter(0.1), x)) as Node),
          4,
        ),
      ),
    ),
  ).toBeUndefined(); // infinite
  expect(
    outlineOf(
      errors(
        linear(
          xs.map((x) => select(x, x, parameter(0.5)) as Node),
          4,
        ),
      ),
    ),
  ).toBeUndefined(); // products with a choice
  expect(
    outlineOf(
      errors(
        linear(
          xs.map((x) => divide(1, x) as Node),
          4,
        ),
      ),
    ),
  ).toBeUndefined(); // w · 1/x → w/x
  expect(outlineOf(sum(linear(xs, 4).map((z) => multiply(2, z))))).toBeUndefined(); // the same adjoint for each sample
  const bias = parameter(0.1);
  const rows = Array.from({ length: 4 }, () => sum([...xs.map((x) => multiply(parameter(0.2), x)), bias]));
  expect(outlineOf(errors(rows))).toBeUndefined(); // the sum of the adjoints is read, too
  expect(outlineOf(errors(linear(xs, 4).map((z) => floor(z) as Node)))).toBeUndefined(); // none at all
  expect(outlineOf(multiply(parameter(2), input('x')))).toBeUndefined();
});

test('gradientBlocks falls back to scalars for a layer whose values others read, and keeps the rest', () => {
  seed(3);
  const hidden = linear(inputs('x', 4), 5).map(tanh);
  const skipped = linear(hidden, 5).map((y, i) => add(y, hidden[i] as Node) as Node);
  const blocks = outlineOf(errors(linear(skipped.map(tanh), 4)));
  expect(blocks?.filter((block) => block.startsWith('outer')).sort()).toEqual(['outer 4x5', 'outer 5x4', 'outer 5x5']);
});
