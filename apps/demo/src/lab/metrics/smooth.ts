/**
 * Values as exponential means of themselves and those before, corrected for starting at 0.
 *
 * mₜ = w·mₜ₋₁ + (1 − w)·xₜ, and mₜ / (1 − wᵗ) is given.
 */
export function smooth(values: readonly number[], weight: number): number[] {
  let mean = 0;
  let rest = 1; // w to the power of t
  return values.map((value) => {
    mean = weight * mean + (1 - weight) * value;
    rest *= weight;
    return mean / (1 - rest);
  });
}
