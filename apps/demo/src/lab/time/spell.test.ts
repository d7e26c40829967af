import { add, divide, equal, greater, multiply, negate, select, square, subtract, tanh } from '@chainrule/ops';
import { expect, test } from 'vitest';
import { spell } from './spell.ts';

test.each([
  [tanh.op, ['z'], 'tanh(z)'],
  [add.op, ['a', '−2'], 'a + (−2)'],
  [multiply.op, ['0.5', '−1.5'], '0.5 · (−1.5)'],
  [subtract.op, ['a', 'b + c'], 'a − (b + c)'],
  [divide.op, ['a', 'b'], 'a / b'],
  [negate.op, ['−3'], '−(−3)'],
  [square.op, ['−3'], '(−3)²'],
  [equal.op, ['y', '1'], 'y = 1'],
  [greater.op, ['y', '1'], 'y > 1'],
  [select.op, ['c', 'a', 'b'], 'c ? a : b'],
  [add.op, ['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a + b + c + … 3 more … + g'],
])('spell %#: %s', (op, args, text) => {
  expect(spell(op, args as string[])).toBe(text);
});
