import { TrainingError } from '../errors.ts';
import type { Schedule } from './schedule.ts';

/**
 * One schedule after the other: from step `boundaries[i]` on the schedule i + 1 runs, counting its own steps from 0.
 * @throws TrainingError if there is not one boundary between any two schedules, or they do not grow.
 * @example joinSchedules([constantSchedule(0.1), cosineSchedule(0.1, 900)], [100])
 */
export function joinSchedules(schedules: readonly Schedule[], boundaries: readonly number[]): Schedule {
  if (boundaries.length !== schedules.length - 1)
    throw new TrainingError(
      `joinSchedules: ${schedules.length} schedules need ${schedules.length - 1} boundaries, not ${boundaries.length}.`,
    );
  boundaries.forEach((boundary, i) => {
    if (!Number.isInteger(boundary) || boundary <= (boundaries[i - 1] ?? 0))
      throw new TrainingError(
        `joinSchedules: boundaries must be growing whole numbers of steps, not ${boundaries.join(', ')}.`,
      );
  });
  return (step) => {
    let i = boundaries.length;
    while (i > 0 && step < (boundaries[i - 1] as number)) i--;
    return (schedules[i] as Schedule)(i === 0 ? step : step - (boundaries[i - 1] as number));
  };
}
