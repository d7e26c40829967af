import type { RandomGenerator } from './random.ts';

/**
 * Puts the elements of a list into random order, in place (Fisher & Yates).
 * @example shuffle(randomGenerator(42), [1, 2, 3])
 */
export function shuffle<T extends { length: number; [i: number]: unknown }>({ integer }: RandomGenerator, list: T): T {
  for (let i = list.length - 1; i > 0; i--) {
    const j = integer(i + 1);
    const last = list[i];
    list[i] = list[j];
    list[j] = last;
  }
  return list;
}
