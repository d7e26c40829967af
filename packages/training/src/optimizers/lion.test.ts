import { elementary } from '@chainrule/core';
import { expect, test } from 'vitest';
import { distance, expected, taken } from '../fixtures/trajectory.ts';
import { lion } from './lion.ts';

test('lion() takes steps of exactly its rate, as Chen et al. wrote it', () => {
  expect(distance(taken(lion()), expected('lion'))).toBeLessThan(1e-14);
});

test('lion(rate, { beta1, beta2, weightDecay }) uses all of them', () => {
  const optimizer = lion(0.01, { beta1: 0.95, beta2: 0.98, weightDecay: 0.1 });
  expect(distance(taken(optimizer), expected('lion, weight decay 0.1'))).toBeLessThan(1e-14);
});

test('lion() keeps its momentum by beta2 and steps by beta1, through 200 changes of mind', () => {
  const optimizer = lion(0.5, { beta1: 0.6, beta2: 0.9 });
  const state = optimizer.init(1);
  let [m, p, expectedP, turns] = [0, 0, 0, 0];
  for (let step = 0; step < 200; step++) {
    const g = elementary.sin(step * step) + 0.3;
    const mixed = 0.6 * m + (1 - 0.6) * g;
    if (Math.sign(mixed) !== Math.sign(g)) turns++;
    expectedP -= 0.5 * Math.sign(mixed);
    m = 0.9 * m + (1 - 0.9) * g;
    const updates = new Float64Array([g]);
    optimizer.update(updates, state, new Float64Array([p]), step);
    p += updates[0] as number;
    expect(p).toBe(expectedP);
  }
  expect(turns).toBeGreaterThan(10);
});
