import { cos, log } from './elementary/index.ts';
import type { RandomGenerator } from './random.ts';

/**
 * A normally distributed number with mean 0 and standard deviation 1: √(−2 ln u) · cos 2πv for uniform u, v
 * (Box & Muller 1958).
 * @example normal(randomGenerator(42))
 */
export function normal({ next }: RandomGenerator): number {
  const radius = Math.sqrt(-2 * log(1 - next()));
  return radius * cos(2 * Math.PI * next());
}
