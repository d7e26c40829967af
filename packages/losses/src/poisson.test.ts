import { evaluate, gradient, input } from '@chainrule/core';
import { exp } from '@chainrule/ops';
import { expect, it } from 'vitest';
import { poisson } from './poisson.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('poisson', poisson, { smooth: [0.7, 0.4] });

const rate = input('rate');
const z = input('z');

it('poisson of no events at rate 0 costs nothing, with slope 1', () => {
  expect(evaluate(poisson(rate, 0), { rate: 0 })).toBe(0);
  expect(evaluate(gradient(poisson(rate, 0), rate), { rate: 0 })).toBe(1);
  const y = input('y');
  expect(evaluate(gradient(poisson(rate, y), rate), { rate: 0, y: 0 })).toBe(1);
});

it('poisson(exp(z), y) is exact where the rate rounds to 0', () => {
  const loss = poisson(exp(z), 2);
  expect(evaluate(loss, { z: -1000 })).toBe(2000);
  expect(evaluate(gradient(loss, z), { z: -1000 })).toBe(-2);
});
