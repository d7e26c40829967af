import { check } from '../check.ts';

/** A learning rate for each step, counted from 0: any pure function. */
export type Schedule = (step: number) => number;

/** A fixed learning rate, or one that follows a schedule. */
export type Rate = number | Schedule;

/** A rate as a schedule. */
export function toSchedule(what: string, rate: Rate): Schedule {
  if (typeof rate === 'function') return rate;
  checkRate(what, rate);
  return same(rate);
}

const constants = /* @__PURE__ */ new WeakSet<Schedule>();

/** A schedule of one rate. */
export function same(rate: number): Schedule {
  const schedule = (): number => rate;
  constants.add(schedule);
  return schedule;
}

/** Whether a schedule is known to give one rate for ever. */
export const isConstant = (schedule: Schedule): boolean => constants.has(schedule);

/**
 * @throws TrainingError if a rate is negative or not finite.
 */
export function checkRate(what: string, rate: number): void {
  check(Number.isFinite(rate) && rate >= 0, what, rate, 'a number that is not negative, or a schedule (step) => rate');
}

/** @throws TrainingError if a number of steps is not a positive whole number. */
export function checkSteps(what: string, steps: number): void {
  check(Number.isInteger(steps) && steps >= 1, what, steps, 'a positive whole number of steps');
}
