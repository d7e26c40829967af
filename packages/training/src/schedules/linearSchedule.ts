import { checkRate, checkSteps, type Schedule } from './schedule.ts';

/**
 * From one rate to another in a straight line, then constant.
 *
 * rate = from + (to − from) · min(1, step / steps)
 * @throws TrainingError if a rate is negative, or `steps` not a positive whole number.
 * @example linearSchedule(1, 0.1, 100)(50) // 0.55
 */
export function linearSchedule(from: number, to: number, steps: number): Schedule {
  checkRate('linearSchedule: the first rate', from);
  checkRate('linearSchedule: the last rate', to);
  checkSteps('linearSchedule: the length', steps);
  return (step) => (step >= steps ? to : from + ((to - from) * step) / steps);
}
