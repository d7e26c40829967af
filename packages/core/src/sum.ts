/** Samples in one tile of a sum over the batch: part of the definition of that sum, equal in every engine. */
export const tileLength = 64;

/**
 * Running sums over a batch in the one order that every engine keeps: inside a tile of `tileLength` samples the even and
 * the odd samples are summed apart (the two lanes of a 128-bit vector), then added; tiles are added in order.
 */
export interface BatchSums {
  reset(): void;
  /** Adds the next `count` samples, at `from` in `values`, to sum k. */
  add(k: number, values: Float64Array, from: number, count: number): void;
  /** The total of sum k over all samples since `reset`. */
  total(k: number): number;
}

export function batchSums(count: number): BatchSums {
  const even = new Float64Array(count);
  const odd = new Float64Array(count);
  const tiles = new Float64Array(count);
  const filled = new Int32Array(count);
  const total = (k: number): number =>
    filled[k] === 0 ? (tiles[k] as number) : (tiles[k] as number) + ((even[k] as number) + (odd[k] as number));
  return {
    reset: () => {
      for (const list of [even, odd, tiles, filled]) list.fill(0);
    },
    total,
    add: (k, values, from, samples) => {
      for (let i = from; i < from + samples; i++) {
        const lane = (filled[k] as number) % 2 === 0 ? even : odd;
        (lane[k] as number) += values[i] as number;
        if (++(filled[k] as number) < tileLength) continue;
        tiles[k] = total(k);
        even[k] = odd[k] = filled[k] = 0;
      }
    },
  };
}
