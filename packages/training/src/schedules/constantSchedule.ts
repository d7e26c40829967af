import { checkRate, type Schedule, same } from './schedule.ts';

/**
 * The same rate for ever; in `joinSchedules`, a plateau.
 * @throws TrainingError if the rate is negative or not finite.
 * @example constantSchedule(0.1)(1000) // 0.1
 */
export function constantSchedule(rate: number): Schedule {
  checkRate('constantSchedule: the rate', rate);
  return same(rate);
}
