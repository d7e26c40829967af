import { evaluate, gradient, input } from '@chainrule/core';
import { expect, it } from 'vitest';
import { checkLoss } from './references/checkLoss.ts';
import { squaredHinge } from './squaredHinge.ts';

checkLoss('squaredHinge', squaredHinge, { smooth: [0.7, 0.4], symmetric: true });
checkLoss('squaredHinge', squaredHinge, { smooth: [3, 0.4], symmetric: true });

it('squaredHinge has derivative 0 on the margin', () => {
  const s = input('s');
  expect(evaluate(gradient(squaredHinge(s, 1), s), { s: 1 }) + 0).toBe(0);
});
