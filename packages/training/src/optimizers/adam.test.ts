import type { UpdateRule } from '@chainrule/compiler';
import { expect, test } from 'vitest';
import { distance, expected, taken } from '../fixtures/trajectory.ts';
import { adagrad } from './adagrad.ts';
import { adam } from './adam.ts';
import { adamw } from './adamw.ts';
import { lion } from './lion.ts';
import { rmsprop } from './rmsprop.ts';
import { updateRule } from './updateRule.ts';

test('adam() follows Kingma & Ba with PyTorch’s defaults', () => {
  expect(distance(taken(adam()), expected('adam'))).toBeLessThan(1e-14);
});

test('adam(rate, { beta1, beta2, epsilon }) uses all of them', () => {
  const optimizer = adam(0.1, { beta1: 0.8, beta2: 0.95, epsilon: 1e-3 });
  expect(distance(taken(optimizer), expected('adam, 0.1, 0.8, 0.95, 1e-3'))).toBeLessThan(1e-14);
});

test('adam takes a schedule as its rate', () => {
  const optimizer = adam((step) => (step < 3 ? 0.001 : 0));
  const path = taken(optimizer);
  expect(distance(path.slice(0, 3), expected('adam').slice(0, 3))).toBeLessThan(1e-14);
  expect(path[11]).toEqual(path[2]);
});

test('adam corrects its bias alike in whatever order it is asked about steps', () => {
  const scalarsOf = (rule: UpdateRule | undefined, step: number): number[] => {
    const into = new Float64Array(rule?.program.parameters.length ?? 0);
    rule?.scalars(step, into);
    return [...into];
  };
  const rule = updateRule(adam(0.1, { beta1: 0.9, beta2: 0.99 }));
  for (const step of [500, 300, 0, 349, 348, 350, 1, 5000, 3000, 4000, 3600])
    expect([step, scalarsOf(rule, step)]).toEqual([
      step,
      scalarsOf(updateRule(adam(0.1, { beta1: 0.9, beta2: 0.99 })), step),
    ]);
  expect(scalarsOf(rule, 0)).toContain(1 / (1 - 0.9));
  expect(scalarsOf(rule, 5000)).not.toContain(1 / (1 - 0.9));
});

test('adam refuses a beta outside 0…1', () => {
  expect(() => adam(0.1, { beta1: 1 })).toThrow('adam: beta1 must be a number from 0 up and below 1, not 1.');
  expect(() => adam(0.1, { beta2: -0.1 })).toThrow('adam: beta2');
  expect(() => adam(0.1, { epsilon: 0 })).toThrow('adam: epsilon');
});

test('optimizers refuse options that do not exist', () => {
  const wrong = { beta: 0.9 } as object;
  for (const [name, optimizer] of Object.entries({ adam, adamw, adagrad, rmsprop, lion }))
    expect(() => optimizer(0.1, wrong)).toThrow(`${name} has no option "beta". There are: `);
});
