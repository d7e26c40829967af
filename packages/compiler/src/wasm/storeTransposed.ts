import { load, shifted, store } from './frame.ts';
import { type Place, range } from './loop.ts';
import type { Vector, Vectors } from './vectors.ts';

/** Reads as many vectors as a vector has lanes, and stores them with rows made columns, so many bytes apart. */
export function storeTransposed(v: Vectors, rows: readonly Place[], to: Place, apart: number): void {
  const half = v.lanes / 2;
  let its = rows.map((place) => load(v, place));
  // lanes of the first half of the vectors alternate with those of the second; again until there are no more halves
  for (let size = half; size >= 1; size /= 2)
    its = range(half).flatMap((i) =>
      [0, half].map((from) =>
        v.shuffle(
          its[i] as Vector,
          its[i + half] as Vector,
          range(v.lanes).map((k) => from + (k >> 1) + (k & 1) * v.lanes),
        ),
      ),
    );
  its.forEach((column, i) => store(v, shifted(to, i * apart), column));
}
