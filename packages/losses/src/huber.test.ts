import { evaluate, funcify, GraphError, gradient, input } from '@chainrule/core';
import { expect, it } from 'vitest';
import { huber } from './huber.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('huber', huber, { smooth: [0.7, -0.4, 2], symmetric: true });
checkLoss('huber', huber, { smooth: [0.7, -0.4, 0.3], symmetric: true });

const p = input('p');

it('huber without delta has delta 1', () => {
  expect(evaluate(huber(3, 1))).toBe(1.5);
  expect(funcify(huber(p, 1))).toBe('huber(p, 1, 1)');
});

it('huber is continuous with its first derivative where the pieces meet, and has derivative 0 at 0', () => {
  const slope = gradient(huber(p, 0, 2), p);
  expect(evaluate(huber(p, 0, 2), { p: 2 })).toBe(2);
  expect([-2, 0, 2].map((x) => evaluate(slope, { p: x }))).toEqual([-2, 0, 2]);
});

it('huber keeps its slope for errors whose square overflows', () => {
  expect(evaluate(huber(p, 0, 1), { p: 1e200 })).toBe(1e200);
  expect(evaluate(gradient(huber(p, 0, 1), p), { p: 1e200 })).toBe(1);
});

it('huber rejects a delta that is not above 0', () => {
  for (const delta of [0, -1, Number.NaN]) {
    expect(() => huber(p, 1, delta)).toThrow(GraphError);
    expect(() => huber(p, 1, delta)).toThrow(
      `huber: delta is ${delta}, expected a number above 0, the error from which the loss grows linearly.`,
    );
  }
});
