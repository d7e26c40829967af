/** A derivative by differences, and how far off it may be. */
export interface Difference {
  readonly slope: number;
  readonly uncertainty: number;
}

const steps = [-7, -8, -9, -10, -11, -12, -13].map((k) => 2 ** k);
const offsets = [-2, -1, 1, 2];
const least = 1 / 32;

const size = (x: number): number => Math.max(least, Math.abs(x));

/** The points at which a function must be known for its derivative for argument `i` at `point`. */
export function stencil(point: readonly number[], i: number): number[][] {
  const x = point[i] as number;
  return steps.flatMap((step) => offsets.map((offset) => point.with(i, x + offset * step * size(x))));
}

/**
 * The derivative from the function's values on the stencil: f′ ≈ (f(x−2h) − 8f(x−h) + 8f(x+h) − f(x+2h)) / 12h for each
 * step h; of the results for neighbouring steps the three that agree best are taken, and their disagreement with them.
 */
export function difference(values: ArrayLike<number>, x: number): Difference {
  const slopes = steps.map((step, k) => {
    const [a, b, c, d] = [0, 1, 2, 3].map((i) => values[4 * k + i] as number) as [number, number, number, number];
    return (a - d + 8 * (c - b)) / (12 * step * size(x));
  });
  let best: Difference = { slope: Number.NaN, uncertainty: Number.POSITIVE_INFINITY };
  for (let k = 2; k < slopes.length; k++) {
    const [before, last, slope] = slopes.slice(k - 2, k + 1) as [number, number, number];
    const uncertainty = Math.max(Math.abs(slope - last), Math.abs(last - before));
    if (uncertainty < best.uncertainty) best = { slope, uncertainty };
  }
  return best;
}

/** How many values a stencil has. */
export const stencilLength: number = steps.length * offsets.length;
