import { evaluate, GraphError, gradient, input } from '@chainrule/core';
import { expect, it } from 'vitest';
import { quantile } from './quantile.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('quantile', quantile, { smooth: [0.7, -0.4, 0.3] });
checkLoss('quantile', quantile, { smooth: [-0.7, 0.4, 0.3] });

const p = input('p');

it('quantile has slope −τ below the target, 0 on it and 1 − τ above', () => {
  const slope = gradient(quantile(p, 1, 0.75), p);
  expect([0, 1, 2].map((x) => evaluate(slope, { p: x }))).toEqual([-0.75, 0, 0.25]);
});

it('quantile is least, on average, at the quantile of the targets', () => {
  const targets = Array.from({ length: 101 }, (_, i) => i);
  const total = (x: number): number => targets.reduce((sum, t) => sum + evaluate(quantile(x, t, 0.9)), 0);
  const best = targets.reduce((a, b) => (total(b) < total(a) ? b : a));
  expect(best).toBe(90);
});

it('quantile rejects a tau outside 0…1', () => {
  for (const tau of [0, 1, -0.1, 90, Number.NaN]) {
    expect(() => quantile(p, 1, tau)).toThrow(GraphError);
    expect(() => quantile(p, 1, tau)).toThrow(
      `quantile: tau is ${tau}, expected a number between 0 and 1, such as 0.5 for the median.`,
    );
  }
});
