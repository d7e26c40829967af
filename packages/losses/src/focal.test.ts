import { evaluate, funcify, GraphError, gradient, input } from '@chainrule/core';
import { sigmoid } from '@chainrule/ops';
import { expect, it } from 'vitest';
import { binaryCrossEntropy } from './binaryCrossEntropy.ts';
import { focal } from './focal.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('focal', (p, y, gamma) => focal(p, y, { gamma }), { smooth: [0.7, 0.4, 1.5] });
checkLoss('focal of sigmoid', (z, y, gamma) => focal(sigmoid(z), y, { gamma }), {
  smooth: [0.7, 0.4, 1.5],
  tolerance: 1e-13,
});

const p = input('p');
const z = input('z');
const y = input('y');

it('focal of a probability of 0.9 for the true class counts 0.01 of the cross-entropy', () => {
  expect(evaluate(focal(0.9, 1))).toBeCloseTo(0.01 * -Math.log(0.9), 17);
  expect(evaluate(focal(0.1, 0))).toBeCloseTo(0.01 * -Math.log(0.9), 17);
  expect(evaluate(focal(0.9, 1, { gamma: 2, alpha: 0.25 }))).toBeCloseTo(0.25 * 0.01 * -Math.log(0.9), 17);
  expect(evaluate(focal(0.1, 0, { alpha: 0.25 }))).toBeCloseTo(0.75 * 0.01 * -Math.log(0.9), 17);
});

it('focal with gamma 0 is binaryCrossEntropy', () => {
  for (const row of [
    { p: 0.3, y: 0 },
    { p: 0.3, y: 1 },
    { p: 0, y: 0 },
    { p: 1, y: 1 },
  ]) {
    expect(evaluate(focal(p, y, { gamma: 0 }), row)).toBeCloseTo(evaluate(binaryCrossEntropy(p, y), row), 15);
    expect(evaluate(gradient(focal(p, y, { gamma: 0 }), p), row)).toBeCloseTo(
      evaluate(gradient(binaryCrossEntropy(p, y), p), row),
      15,
    );
  }
});

it.each([0.5, 1, 2, 3])('focal with gamma %d costs nothing and has slope 0 where it is certain and right', (gamma) => {
  const loss = focal(p, y, { gamma });
  for (const row of [
    { p: 0, y: 0 },
    { p: 1, y: 1 },
  ]) {
    expect(evaluate(loss, row) + 0).toBe(0);
    expect(evaluate(gradient(loss, p), row) + 0).toBe(0);
  }
});

it.each([0, 0.5, 1, 2])('focal(sigmoid(z), y) with gamma %d is exact for logits of any size', (gamma) => {
  const loss = focal(sigmoid(z), y, { gamma });
  const slope = gradient(loss, z);
  expect(evaluate(loss, { z: -1000, y: 1 })).toBe(1000);
  expect(evaluate(slope, { z: -1000, y: 1 })).toBe(-1);
  expect(evaluate(loss, { z: 1000, y: 0 })).toBe(1000);
  expect(evaluate(slope, { z: 1000, y: 0 })).toBe(1);
  expect(evaluate(loss, { z: 1000, y: 1 }) + 0).toBe(0);
  expect(evaluate(slope, { z: 1000, y: 1 }) + 0).toBe(0);
});

it('focal takes gamma and alpha as nodes', () => {
  const gamma = input('gamma');
  const alpha = input('alpha');
  const row = { gamma: 2, alpha: 0.25 };
  const loss = focal(0.9, 1, { gamma, alpha });
  expect(evaluate(loss, row)).toBe(evaluate(focal(0.9, 1, row)));
});

it('focal says its name in the formula', () => {
  expect(funcify(focal(p, y))).toBe('focal(p, y, 2)');
  expect(funcify(focal(p, y, { alpha: 0.25 }))).toBe('(0.25 * y + (1 - 0.25) * (1 - y)) * focal(p, y, 2)');
});

it('focal rejects a gamma below 0 and an alpha outside 0…1', () => {
  expect(() => focal(p, y, { gamma: -1 })).toThrow(GraphError);
  expect(() => focal(p, y, { gamma: -1 })).toThrow(
    'focal: gamma is -1, expected a number that is not below 0, such as 2.',
  );
  expect(() => focal(p, y, { alpha: 1.5 })).toThrow(
    'focal: alpha is 1.5, expected a number from 0 to 1, the weight of class 1.',
  );
});
