import { ordered } from '../harness/statistics.ts';

/** How long a page waits from one animation frame to the next, in milliseconds. */
export interface Intervals {
  readonly median: number;
  /** Of a hundred, one is longer. */
  readonly slow: number;
  readonly longest: number;
  readonly count: number;
}

/** What lies between the times of frames. */
export function intervalsOf(frames: readonly number[]): Intervals {
  const sorted = ordered(frames.slice(1).map((time, i) => time - (frames[i] as number)));
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), slow: at(0.99), longest: at(1), count: sorted.length };
}
