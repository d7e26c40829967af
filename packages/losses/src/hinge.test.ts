import { evaluate, gradient, input } from '@chainrule/core';
import { expect, it } from 'vitest';
import { hinge } from './hinge.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('hinge', hinge, { smooth: [0.7, 0.4], symmetric: true });
checkLoss('hinge', hinge, { smooth: [3, 0.4], symmetric: true });

it('hinge has derivative 0 on the margin', () => {
  const s = input('s');
  expect(evaluate(gradient(hinge(s, 1), s), { s: 1 }) + 0).toBe(0);
  expect(evaluate(gradient(hinge(s, -1), s), { s: -1 }) + 0).toBe(0);
});
