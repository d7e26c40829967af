import { elementary } from '@chainrule/core';
import { checkRate, checkSteps, type Schedule } from './schedule.ts';

/**
 * Multiplies the rate by `factor` every so many steps, a little at each.
 *
 * rate = initial · factor ^ (step / every)
 * @throws TrainingError if rate or factor is negative, or `every` not a positive whole number.
 * @example exponentialSchedule(0.1, 0.5, 1000)(500) // 0.0707
 */
export function exponentialSchedule(initial: number, factor: number, every = 1): Schedule {
  checkRate('exponentialSchedule: the first rate', initial);
  checkRate('exponentialSchedule: the factor', factor);
  checkSteps('exponentialSchedule: every', every);
  return (step) => initial * elementary.power(factor, step / every);
}
