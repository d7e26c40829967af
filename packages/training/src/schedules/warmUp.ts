import { joinSchedules } from './joinSchedules.ts';
import { linearSchedule } from './linearSchedule.ts';
import { checkSteps, type Rate, type Schedule, toSchedule } from './schedule.ts';

/**
 * Rises from 0 in a straight line to the first rate of a schedule, then follows it from its beginning. The very first
 * step is taken at 1 / steps of that rate, not at 0.
 *
 * rate = first · (step + 1) / steps while step < steps, then after(step − steps) (Goyal et al. 2017)
 * @throws TrainingError if `steps` is not a positive whole number.
 * @example warmUp(100, cosineSchedule(0.1, 900))
 */
export function warmUp(steps: number, after: Rate): Schedule {
  checkSteps('warmUp: the length', steps);
  const schedule = toSchedule('warmUp: the rate', after);
  const rise = linearSchedule(0, schedule(0), steps);
  return joinSchedules([(step) => rise(step + 1), schedule], [steps]);
}
