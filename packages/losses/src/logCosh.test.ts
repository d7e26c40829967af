import { evaluate, gradient, input } from '@chainrule/core';
import { expect, it } from 'vitest';
import { logCosh } from './logCosh.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('logCosh', logCosh, { smooth: [0.7, -0.4], symmetric: true });
checkLoss('logCosh', logCosh, { smooth: [0.3, -0.4], symmetric: true });

it('logCosh keeps its digits for small errors and does not overflow for large ones', () => {
  expect(evaluate(logCosh(1e-9, 0))).toBe(5e-19);
  expect(evaluate(logCosh(1e300, 0))).toBe(1e300);
  const p = input('p');
  const slope = gradient(logCosh(p, 0), p);
  expect([-1e300, 0, 1e300].map((x) => evaluate(slope, { p: x }))).toEqual([-1, 0, 1]);
});
