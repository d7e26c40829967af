import { check } from '../check.ts';
import { alongCosine } from './cosineSchedule.ts';
import { checkRate, checkSteps, type Schedule } from './schedule.ts';

export interface OneCycleOptions {
  /** The part of the steps in which the rate rises. Default 0.3. */
  readonly rising?: number;
  /** The first rate is the peak divided by this. Default 25. */
  readonly divideFirst?: number;
  /** The last rate is the first divided by this. Default 1e4. */
  readonly divideLast?: number;
}

/**
 * One cycle: up from peak / 25 to the peak along half a cosine wave, then down to almost nothing.
 *
 * With s steps the peak is at step rising · s − 1, the end at step s − 1 (Smith & Topin 2018, as in PyTorch's OneCycleLR).
 * @throws TrainingError if the peak is negative, `steps` no positive whole number, or the peak would be before the first step or after the last.
 * @example await train(loss, rows, { epochs: 10, batchSize: 50, optimizer: sgd(oneCycle(0.5, 10 * 20)) });
 */
export function oneCycle(
  peak: number,
  steps: number,
  { rising = 0.3, divideFirst = 25, divideLast = 1e4 }: OneCycleOptions = {},
): Schedule {
  checkRate('oneCycle: the peak', peak);
  checkSteps('oneCycle: the length', steps);
  check(divideFirst > 0, 'oneCycle: divideFirst', divideFirst, 'a positive number');
  check(divideLast > 0, 'oneCycle: divideLast', divideLast, 'a positive number');
  const first = peak / divideFirst;
  const last = first / divideLast;
  const top = rising * steps - 1;
  const end = steps - 1;
  check(
    top > 0 && top < end,
    'oneCycle: rising',
    rising,
    `a part of the ${steps} steps that leaves some on both sides of the peak`,
  );
  return (step) => {
    if (step <= top) return alongCosine(first, peak, step / top);
    return step >= end ? last : alongCosine(peak, last, (step - top) / (end - top));
  };
}
