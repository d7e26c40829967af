import { expect, test } from 'vitest';
import { constantSchedule } from './constantSchedule.ts';
import { cosineSchedule } from './cosineSchedule.ts';
import { exponentialSchedule } from './exponentialSchedule.ts';
import { joinSchedules } from './joinSchedules.ts';
import { linearSchedule } from './linearSchedule.ts';
import { oneCycle } from './oneCycle.ts';
import type { Schedule } from './schedule.ts';
import { stepSchedule } from './stepSchedule.ts';
import { warmUp } from './warmUp.ts';

const rates = (schedule: Schedule, steps: readonly number[]): number[] => steps.map(schedule);

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((rate, i) => {
    expect(Math.abs(rate - (expected[i] as number))).toBeLessThanOrEqual(1e-15 * Math.max(1, rate));
  });
}

test('constantSchedule(rate) never changes', () => {
  expect(rates(constantSchedule(0.1), [0, 1, 1e9])).toEqual([0.1, 0.1, 0.1]);
});

test('linearSchedule(1, 0.1, 100) falls by 0.009 a step and stays at 0.1', () => {
  expectClose(rates(linearSchedule(1, 0.1, 100), [0, 1, 50, 99, 100, 500]), [1, 0.991, 0.55, 0.109, 0.1, 0.1]);
});

test('stepSchedule(0.1, 0.5, 10) halves the rate at steps 10, 20, …', () => {
  expectClose(rates(stepSchedule(0.1, 0.5, 10), [0, 9, 10, 19, 20, 35]), [0.1, 0.1, 0.05, 0.05, 0.025, 0.0125]);
});

test('exponentialSchedule(0.1, 0.5, 10) halves the rate over 10 steps, a little at each', () => {
  expectClose(rates(exponentialSchedule(0.1, 0.5, 10), [0, 5, 10]), [0.1, 0.1 * Math.SQRT1_2, 0.05]);
  expectClose(rates(exponentialSchedule(1, 0.9), [0, 1, 2]), [1, 0.9, 0.81]);
});

test('cosineSchedule(0.1, 100) is at half of it in the middle and at 0 from the end on', () => {
  expectClose(rates(cosineSchedule(0.1, 100), [0, 50, 100, 1000]), [0.1, 0.05, 0, 0]);
  // to + (from − to)(1 + cos(π/3))/2 and … (1 + cos(2π/3))/2
  expectClose(rates(cosineSchedule(1, 3, 0.2), [1, 2, 3]), [0.8, 0.4, 0.2]);
});

test('warmUp(4, rate) rises in four equal steps, then follows the schedule from its beginning', () => {
  expectClose(rates(warmUp(4, 0.2), [0, 1, 2, 3, 4, 100]), [0.05, 0.1, 0.15, 0.2, 0.2, 0.2]);
  const schedule = warmUp(2, linearSchedule(1, 0, 10));
  expectClose(rates(schedule, [0, 1, 2, 7, 12]), [0.5, 1, 1, 0.5, 0]);
});

test('joinSchedules runs one after the other, each from its own step 0', () => {
  const schedule = joinSchedules([constantSchedule(1), linearSchedule(1, 0, 4), constantSchedule(5)], [2, 6]);
  expectClose(rates(schedule, [0, 1, 2, 3, 5, 6, 7]), [1, 1, 1, 0.75, 0.25, 5, 5]);
});

test('oneCycle(1, 10) goes as PyTorch’s OneCycleLR(max_lr=1, total_steps=10)', () => {
  // from the formula in PyTorch's documentation: phases end at steps 0.3 · 10 − 1 = 2 and 9
  const up = (part: number): number => 1 + ((0.04 - 1) / 2) * (1 + Math.cos(Math.PI * part));
  const down = (part: number): number => 4e-6 + ((1 - 4e-6) / 2) * (1 + Math.cos(Math.PI * part));
  const expected = [
    0.04,
    up(1 / 2),
    1,
    down(1 / 7),
    down(2 / 7),
    down(3 / 7),
    down(4 / 7),
    down(5 / 7),
    down(6 / 7),
    4e-6,
  ];
  const actual = rates(oneCycle(1, 10), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  actual.forEach((rate, i) => {
    expect(rate).toBeCloseTo(expected[i] as number, 14);
  });
  expect(oneCycle(1, 10)(10)).toBe(4e-6);
  expect(oneCycle(1, 10, { rising: 0.5, divideFirst: 10, divideLast: 10 })(0)).toBeCloseTo(0.1, 15);
  expect(oneCycle(1, 10, { rising: 0.5, divideFirst: 10, divideLast: 10 })(9)).toBeCloseTo(0.01, 15);
});

test('a schedule refuses what is no rate and no number of steps', () => {
  expect(() => constantSchedule(-1)).toThrow('constantSchedule: the rate must be a number that is not negative');
  expect(() => linearSchedule(0.1, Number.NaN, 10)).toThrow('the last rate');
  expect(() => linearSchedule(0.1, 0, 0)).toThrow('a positive whole number of steps, not 0');
  expect(() => stepSchedule(0.1, -0.5, 10)).toThrow('stepSchedule: the factor');
  expect(() => exponentialSchedule(0.1, 0.5, 1.5)).toThrow('not 1.5');
  expect(() => cosineSchedule(0.1, -3)).toThrow('cosineSchedule: the length');
  expect(() => warmUp(0, 0.1)).toThrow('warmUp: the length');
  expect(() => oneCycle(1, 3)).toThrow('oneCycle: rising must be a part of the 3 steps');
  expect(() => oneCycle(1, 100, { divideFirst: 0 })).toThrow('divideFirst must be a positive number');
  expect(() => joinSchedules([constantSchedule(1)], [3])).toThrow('1 schedules need 0 boundaries, not 1');
  expect(() => joinSchedules([constantSchedule(1), constantSchedule(1), constantSchedule(1)], [3, 3])).toThrow(
    'growing whole numbers of steps, not 3, 3',
  );
});
