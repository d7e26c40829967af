import { normal } from '@chainrule/core';
import { plane } from './plane.ts';
import type { MakeSet } from './set.ts';

/** The article's classifier: points of the square −1…1, labelled 1 where y > x; noise shifts them after that. */
export const aboveTheLine: MakeSet = ({ count, noise, generator }) =>
  plane(
    Array.from({ length: count }, () => {
      const [x, y] = [generator.uniform(-1, 1), generator.uniform(-1, 1)];
      return [x + noise * normal(generator), y + noise * normal(generator), y > x ? 1 : 0];
    }),
  );
