import type { Shape } from '../../network/fit.ts';

/** What a network for points takes and gives. */
export function pointsShape(points: readonly (readonly [number, number, number])[]): Shape {
  const count = Math.max(1, ...points.map(([, , label]) => label)) + 1;
  return {
    task: count > 2 ? 'classes' : 'binary',
    features: ['x', 'y'],
    classes: Array.from({ length: count }, (_, i) => String(i)),
  };
}
