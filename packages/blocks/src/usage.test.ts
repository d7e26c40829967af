import { input, lower, type Node, parameter, sumBatch } from '@chainrule/core';
import { add, multiply, tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { usageOf } from './usage.ts';

test('usageOf(program) counts readers and outputs, and puts what reads a sum over the batch into a later phase', () => {
  const product = multiply(parameter(2), input('x')) as Node;
  const total = sumBatch(product) as Node;
  const y = add(total, product) as Node;
  const { uses, phase, isSum, output, earlier, outputRow, outputRows } = usageOf(lower([total, y, y]));
  expect([...uses]).toEqual([1, 1, 2, 2, 2]); // input, parameter, product, total, y
  expect([...phase]).toEqual([1, 0, 1, 2, 3]);
  expect([...isSum]).toEqual([0, 0, 0, 1, 0]);
  expect([...output]).toEqual([-1, -1, -1, 0, 2]);
  expect([...earlier]).toEqual([-1, -1, 1]);
  expect([...outputRow]).toEqual([0, 0, 1]);
  expect(outputRows).toEqual([1, 2]);
});

test('usageOf(program) counts no reader of what no output depends on', () => {
  const [x, unused] = [input('x'), input('unused')];
  const program = lower([tanh(x), unused] as Node[]);
  expect([...usageOf({ ...program, outputs: program.outputs.subarray(1) }).uses]).toEqual([0, 1, 0]);
});
