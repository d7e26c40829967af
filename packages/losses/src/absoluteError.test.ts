import { evaluate, gradient, input } from '@chainrule/core';
import { expect, it } from 'vitest';
import { absoluteError } from './absoluteError.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('absoluteError', absoluteError, { smooth: [0.7, -0.4], symmetric: true });

it('absoluteError has derivative 0 where prediction and target are equal', () => {
  const p = input('p');
  expect(evaluate(gradient(absoluteError(p, 2), p), { p: 2 })).toBe(0);
});
