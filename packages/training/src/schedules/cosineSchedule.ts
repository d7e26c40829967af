import { elementary } from '@chainrule/core';
import { checkRate, checkSteps, type Schedule } from './schedule.ts';

/**
 * From one rate to another (default 0) along half a cosine wave, then constant.
 *
 * rate = to + (from − to) · (1 + cos(π · min(1, step / steps))) / 2 (Loshchilov & Hutter 2016)
 * @throws TrainingError if a rate is negative, or `steps` not a positive whole number.
 * @example cosineSchedule(0.1, 1000)(500) // 0.05
 */
export function cosineSchedule(from: number, steps: number, to = 0): Schedule {
  checkRate('cosineSchedule: the first rate', from);
  checkRate('cosineSchedule: the last rate', to);
  checkSteps('cosineSchedule: the length', steps);
  return (step) => (step >= steps ? to : alongCosine(from, to, step / steps));
}

/** The point at `part` (0…1) of half a cosine wave between two rates. */
export function alongCosine(from: number, to: number, part: number): number {
  return to + ((from - to) * (1 + elementary.cos(Math.PI * part))) / 2;
}
