import { elementary, normal } from '@chainrule/core';
import { plane } from './plane.ts';
import type { MakeSet } from './set.ts';

/** A ring (class 0) around another of half its radius (class 1). */
export const circles: MakeSet = ({ count, noise, generator }) =>
  plane(
    Array.from({ length: count }, (_, i) => {
      const label = i % 2;
      const angle = generator.uniform(0, 2 * Math.PI);
      const radius = label === 0 ? 1 : 0.5;
      return [
        radius * elementary.cos(angle) + noise * normal(generator),
        radius * elementary.sin(angle) + noise * normal(generator),
        label,
      ];
    }),
  );
