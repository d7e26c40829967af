import { inputs, lower, type Node } from '@chainrule/core';
import { linear } from '@chainrule/macros';
import { tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { coverage } from './coverage.ts';
import { discover, straight } from './discover.ts';

test('coverage(blocks) is the share of operations in loops of four rounds and more', () => {
  const layer = linear(inputs('x', 8), 5) as Node[];
  // the layer: 40 products and 40 additions; the segment: one operation
  expect(coverage(discover(lower([...layer, tanh(layer[0] as Node)] as Node[])))).toBe(80 / 81);
  expect(coverage(straight(lower(layer)))).toBe(0);
});

test('coverage(blocks) of a program without operations is 0', () => {
  expect(coverage(discover(lower(inputs('x', 3) as Node[])))).toBe(0);
});
