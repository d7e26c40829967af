import { elementary } from '@chainrule/core';
import { checkRate, checkSteps, type Schedule } from './schedule.ts';

/**
 * Multiplies the rate by `factor` once every so many steps.
 *
 * rate = initial · factor ^ ⌊step / every⌋
 * @throws TrainingError if rate or factor is negative, or `every` not a positive whole number.
 * @example stepSchedule(0.1, 0.5, 1000)(2500) // 0.025
 */
export function stepSchedule(initial: number, factor: number, every: number): Schedule {
  checkRate('stepSchedule: the first rate', initial);
  checkRate('stepSchedule: the factor', factor);
  checkSteps('stepSchedule: every', every);
  return (step) => initial * elementary.power(factor, Math.floor(step / every));
}
