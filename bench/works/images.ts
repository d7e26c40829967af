import { randomGenerator } from '@chainrule/core';

/** Images of ten kinds, each a pattern with noise; one label in ten is wrong, so that there is always something to learn. */
export function images(pixels: number, count: number): Float64Array[] {
  const { uniform } = randomGenerator(7);
  const patterns = Array.from({ length: 10 }, () => Float64Array.from({ length: pixels }, () => uniform(0, 1)));
  const columns = Array.from({ length: pixels + 10 }, () => new Float64Array(count));
  for (let r = 0; r < count; r++) {
    const kind = Math.floor(uniform(0, 10));
    const label = uniform(0, 1) < 0.1 ? Math.floor(uniform(0, 10)) : kind;
    for (let k = 0; k < pixels; k++)
      (columns[k] as Float64Array)[r] = ((patterns[kind] as Float64Array)[k] as number) + uniform(-0.5, 0.5);
    (columns[pixels + label] as Float64Array)[r] = 1;
  }
  return columns;
}
