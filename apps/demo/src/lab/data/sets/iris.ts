import { iris as flowers, measurements, species } from '../../../data/iris.ts';
import type { MakeSet } from './set.ts';

/** Fisher's 150 flowers. */
export const iris: MakeSet = () => {
  const rows = flowers();
  return {
    task: 'classes',
    features: [...measurements],
    targetName: 'species',
    classes: [...species],
    count: rows.length,
    inputs: measurements.map((name) => Float64Array.from(rows, (row) => row[name])),
    target: Float64Array.from(rows, (row) => row.species),
  };
};
