import { evaluator } from '@chainrule/core';
import { accuracy } from '@chainrule/training';
import { expect, test } from 'vitest';
import { moons } from '../data/moons.ts';
import { fitMoonNetwork, moonNetwork } from './moonNetwork.ts';

test('two moons: at least 97 % right, of points it has seen and of new ones', async () => {
  const lower = moonNetwork();
  const seen = moons(200, { noise: 0.15, seed: 3 });
  await fitMoonNetwork(lower, seen, false);
  for (const rows of [seen, moons(1000, { noise: 0.15, seed: 4 })]) {
    const labels = rows.map(({ label }) => label);
    expect(accuracy(evaluator(lower).batch(rows), labels)).toBeGreaterThanOrEqual(0.97);
  }
});
