import type { Slice } from './measure.ts';

/** How fast an engine is: samples a second, the median of its slices; or why it does not run. */
export type Rate = number | { readonly obstacle: string } | undefined;

/** The slices of each engine, as they come in. */
export interface Rates {
  add(contender: number, slice: Slice): void;
  of(contender: number): Rate;
}

/** Slices that the median is taken of: the last ones. */
const window = 41;

export function rates(): Rates {
  const seen = new Map<number, number[]>();
  const obstacles = new Map<number, string>();
  return {
    add: (contender, slice) => {
      if ('obstacle' in slice) obstacles.set(contender, slice.obstacle);
      else {
        const past = seen.get(contender) ?? [];
        seen.set(contender, [...past, (1000 * slice.samples) / slice.milliseconds].slice(-window));
      }
    },
    of: (contender) => {
      const obstacle = obstacles.get(contender);
      if (obstacle !== undefined) return { obstacle };
      return seen.get(contender)?.toSorted((a, b) => a - b)[Math.floor((seen.get(contender)?.length ?? 0) / 2)];
    },
  };
}
