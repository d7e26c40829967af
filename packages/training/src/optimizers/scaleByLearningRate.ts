import { isConstant, type Rate, same, toSchedule } from '../schedules/schedule.ts';
import { defineRule } from './defineRule.ts';
import { multiply } from './expressions.ts';
import type { Optimizer } from './transform.ts';

/**
 * Multiplies the updates by −rate: the last stage of every optimizer, which turns them downhill.
 *
 * u ← −rate · u
 * @throws TrainingError if the rate is negative or not finite.
 * @example chain(scaleByAdam(), scaleByLearningRate(0.001)) // adam()
 */
export function scaleByLearningRate(rate: Rate): Optimizer {
  const schedule = toSchedule('the learning rate', rate);
  const transform = defineRule('scaleByLearningRate', { rate }, 0, (update, { scalar }) => ({
    update: multiply(scalar(isConstant(schedule) ? same(-schedule(0)) : (step) => -schedule(step)), update),
    memory: [],
  }));
  return { ...transform, rate: schedule };
}
