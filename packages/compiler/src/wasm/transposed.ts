import type { Vector, Vectors } from './vectors.ts';

/** As many vectors as a vector has lanes, rows made columns. */
export function transposed(v: Vectors, rows: readonly Vector[]): Vector[] {
  const [a, b, c, d] = rows as [Vector, Vector, Vector, Vector];
  if (v.lanes === 2) return [v.shuffle(a, b, [0, 2]), v.shuffle(a, b, [1, 3])];
  const low = [v.shuffle(a, b, [0, 4, 1, 5]), v.shuffle(c, d, [0, 4, 1, 5])] as const;
  const high = [v.shuffle(a, b, [2, 6, 3, 7]), v.shuffle(c, d, [2, 6, 3, 7])] as const;
  return [low, high].flatMap(([left, right]) => [
    v.shuffle(left, right, [0, 1, 4, 5]),
    v.shuffle(left, right, [2, 3, 6, 7]),
  ]);
}
