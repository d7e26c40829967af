import type { DataSet } from '../labData.ts';

/** A point of the plane and its class, 0 or 1. */
export type PlanePoint = readonly [x: number, y: number, label: number];

/** Points of two classes as a data set. */
export function plane(points: readonly PlanePoint[], classes: readonly string[] = ['0', '1']): DataSet {
  const column = (at: 0 | 1 | 2): Float64Array => Float64Array.from(points, (point) => point[at]);
  return {
    task: classes.length > 2 ? 'classes' : 'binary',
    features: ['x', 'y'],
    targetName: 'label',
    classes,
    count: points.length,
    inputs: [column(0), column(1)],
    target: column(2),
  };
}
