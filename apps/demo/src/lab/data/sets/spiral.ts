import { elementary, normal } from '@chainrule/core';
import { plane } from './plane.ts';
import type { MakeSet } from './set.ts';

const turns = 1.75;

/** Two spirals that wind around each other. */
export const spiral: MakeSet = ({ count, noise, generator }) =>
  plane(
    Array.from({ length: count }, (_, i) => {
      const label = i % 2;
      const along = (i - label) / count;
      const angle = 2 * Math.PI * turns * along + Math.PI * label;
      const [dx, dy] = [noise * normal(generator), noise * normal(generator)];
      return [along * elementary.sin(angle) + dx, along * elementary.cos(angle) + dy, label];
    }),
  );
