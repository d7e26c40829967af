import { normal } from '@chainrule/core';
import { plane } from './plane.ts';
import type { MakeSet } from './set.ts';

/** The four corners of a square; opposite ones are of one class. Noise scatters points around them. */
export const xor: MakeSet = ({ count, noise, generator }) =>
  plane(
    Array.from({ length: count }, (_, i) => {
      const [a, b] = [i & 1, (i >> 1) & 1];
      return [a + noise * normal(generator), b + noise * normal(generator), a ^ b];
    }),
  );
