import {
  gradient,
  input,
  inputs,
  lower,
  meanBatch,
  type Node,
  type Parameter,
  parameters,
  seed,
} from '@chainrule/core';
import {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  categoricalCrossEntropyWithLogits,
  l2,
  squaredError,
} from '@chainrule/losses';
import { linear, mlp, softmax } from '@chainrule/macros';
import { add, leakyRelu, relu, sigmoid, sum, tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { condense } from './condense.ts';
import { gradientBlocks } from './gradientBlocks.ts';
import { differenceFrom } from './testing/differenceFrom.ts';
import { outline } from './testing/outline.ts';

function check(loss: Node, chosen: readonly Parameter[] = parameters(loss)): string[][] | undefined {
  const mean = meanBatch(loss);
  const blocks = gradientBlocks(condense(mean), chosen);
  if (blocks === undefined) return undefined;
  const program = lower([mean, ...(gradient(mean, chosen) as Node[])]);
  for (const count of [1, 2, 3, 5, 65, 130]) expect(differenceFrom(program, blocks, count)).toBeUndefined();
  return outline(blocks);
}

const net = (widths: readonly [number, ...number[]], activation: (x: Node) => Node): readonly Node[] => {
  seed(7);
  return mlp(inputs('x', widths[0]), widths.slice(1), { activation });
};

test('x', () => {
  console.log(check(categoricalCrossEntropyWithLogits(net([7, 6, 5], relu), inputs('y', 5))));
  console.log(check(categoricalCrossEntropy(softmax(net([7, 6, 6, 5], tanh)), inputs('y', 5))));
  console.log(check(binaryCrossEntropy(sigmoid(net([2, 16, 16, 1], leakyRelu)[0] as Node), input('y'))));
  console.log(check(sum(net([4, 8, 8], sigmoid).map((y, i) => squaredError(y, inputs('t', 8)[i] as Node)))));
});
