import { normal, randomGenerator } from '@chainrule/core';
import type { Point } from './points.ts';

/**
 * Two half circles that reach into each other, as in scikit-learn's `make_moons`: class 0 is the upper one around (0, 0), class 1
 * the lower one around (1, 0.5). `noise` is the standard deviation of what is added to each coordinate.
 */
export function moons(count: number, { noise, seed }: { readonly noise: number; readonly seed: number }): Point[] {
  const generator = randomGenerator(seed);
  return Array.from({ length: count }, (_, i) => {
    const angle = Math.PI * generator.next();
    const label = i % 2;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const [dx, dy] = [noise * normal(generator), noise * normal(generator)];
    return label === 0 ? { x: x + dx, y: y + dy, label } : { x: 1 - x + dx, y: 0.5 - y + dy, label };
  });
}
