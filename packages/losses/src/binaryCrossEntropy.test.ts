import { evaluate, funcify, gradient, input } from '@chainrule/core';
import { sigmoid, subtract } from '@chainrule/ops';
import { describe, expect, it } from 'vitest';
import { binaryCrossEntropy } from './binaryCrossEntropy.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('binaryCrossEntropy', binaryCrossEntropy, { smooth: [0.7, 0.4] });
checkLoss('binaryCrossEntropy of sigmoid', (z, y) => binaryCrossEntropy(sigmoid(z), y), { smooth: [0.7, 0.4] });

const z = input('z');
const p = input('p');
const y = input('y');

describe('binaryCrossEntropy(sigmoid(z), y) is exact and never clipped', () => {
  const loss = binaryCrossEntropy(sigmoid(z), y);
  const slope = gradient(loss, z);
  it.each([
    // z, y, loss, ∂loss/∂z
    [1000, 1, 0, 0],
    [1000, 0, 1000, 1],
    [1000, 0.25, 750, 0.75],
    [-1000, 1, 1000, -1],
    [-1000, 0, 0, 0],
    [-1000, 0.25, 250, -0.25],
    [0, 0.5, Math.LN2, 0],
  ])('z = %d, y = %d', (at, target, value, derivative) => {
    expect(evaluate(loss, { z: at, y: target }) === value).toBe(true);
    expect(evaluate(slope, { z: at, y: target }) === derivative).toBe(true);
    const constantTarget = binaryCrossEntropy(sigmoid(z), target);
    expect(evaluate(constantTarget, { z: at }) === value).toBe(true);
    expect(evaluate(gradient(constantTarget, z), { z: at }) === derivative).toBe(true);
  });
  it('also for 1 − sigmoid(z)', () => {
    const other = binaryCrossEntropy(subtract(1, sigmoid(z)), y);
    expect(evaluate(other, { z: 1000, y: 1 })).toBe(1000);
    expect(evaluate(gradient(other, z), { z: 1000, y: 1 })).toBe(1);
  });
});

it('binaryCrossEntropy of the probabilities 0 and 1 that are right costs nothing, and its gradient is a number', () => {
  const loss = binaryCrossEntropy(p, y);
  const slope = gradient(loss, p);
  expect(evaluate(loss, { p: 0, y: 0 }) + 0).toBe(0);
  expect(evaluate(loss, { p: 1, y: 1 }) + 0).toBe(0);
  expect(evaluate(slope, { p: 0, y: 0 })).toBe(1);
  expect(evaluate(slope, { p: 1, y: 1 })).toBe(-1);
  expect(evaluate(loss, { p: 0, y: 1 })).toBe(Number.POSITIVE_INFINITY);
});

it('binaryCrossEntropy passes NaN on', () => {
  expect(evaluate(binaryCrossEntropy(p, y), { p: Number.NaN, y: 0 })).toBeNaN();
  expect(evaluate(binaryCrossEntropy(p, y), { p: Number.NaN, y: 1 })).toBeNaN();
});

it('binaryCrossEntropy is one node in the formula', () => {
  expect(funcify(binaryCrossEntropy(p, y))).toBe('binaryCrossEntropy(p, y)');
});
