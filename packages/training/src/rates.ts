import { TrainingError } from './errors.ts';
import type { Optimizer } from './optimizers/transform.ts';
import { isConstant } from './schedules/schedule.ts';

/**
 * The learning rate of a step.
 * @throws TrainingError if it is negative or not finite.
 */
export function rateAt({ rate, name }: Optimizer, step: number): number {
  const next = rate(step);
  if (next >= 0 && next < Number.POSITIVE_INFINITY) return next;
  throw new TrainingError(
    `The learning rate is ${next} at step ${step}, expected a number that is not negative. Check the schedule of ${name}.`,
  );
}

/**
 * How many of the next `most` steps have a learning rate, so that a schedule that fails stops the run at its step.
 * @throws what the first step throws.
 */
export function ratedSteps(optimizer: Optimizer, step: number, most: number): number {
  if (isConstant(optimizer.rate)) return most; // checked when it was made
  let rated = 0;
  try {
    for (; rated < most; rated++) rateAt(optimizer, step + rated);
  } catch (error) {
    if (rated === 0) throw error;
  }
  return rated;
}
