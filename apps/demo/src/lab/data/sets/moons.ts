import { elementary, normal } from '@chainrule/core';
import { plane } from './plane.ts';
import type { MakeSet } from './set.ts';

/** Two half circles that reach into each other. */
export const moons: MakeSet = ({ count, noise, generator }) =>
  plane(
    Array.from({ length: count }, (_, i) => {
      const label = i % 2;
      const angle = generator.uniform(0, Math.PI);
      const [x, y] = [elementary.cos(angle), elementary.sin(angle)];
      const [dx, dy] = [noise * normal(generator), noise * normal(generator)];
      return label === 0 ? [x + dx, y + dy, label] : [1 - x + dx, 0.5 - y + dy, label];
    }),
  );
