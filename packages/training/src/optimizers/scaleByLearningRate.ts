import { type Rate, toSchedule } from '../schedules/schedule.ts';
import { defineTransform, type Optimizer } from './transform.ts';

/**
 * Multiplies the updates by −rate: the last stage of every optimizer, which turns them downhill.
 *
 * u ← −rate · u
 * @throws TrainingError if the rate is negative or not finite.
 * @example chain(scaleByAdam(), scaleByLearningRate(0.001)) // adam()
 */
export function scaleByLearningRate(rate: Rate): Optimizer {
  const schedule = toSchedule('the learning rate', rate);
  const transform = defineTransform('scaleByLearningRate', { rate }, 0, (updates, _, __, step) => {
    const factor = -schedule(step);
    for (let i = 0; i < updates.length; i++) updates[i] = factor * (updates[i] as number);
  });
  return { ...transform, rate: schedule };
}
