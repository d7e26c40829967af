import type { Table } from '../data/labData.ts';
import { moments } from '../data/moments.ts';
import type { Split } from '../data/split.ts';
import { centre, type Range } from './grid.ts';

/** A cell's features for each cell of a plane, row by row from the top; all other features are at their mean. */
export function planeTable(
  data: Split,
  [across, up]: readonly [number, number],
  [x, y]: readonly [Range, Range],
  cells: number,
): Table {
  const { mean } = moments(data.training);
  const count = cells * cells;
  const inputs = data.features.map((_, feature) => {
    if (feature === across) return Float64Array.from({ length: count }, (_, i) => centre(x, cells, i % cells));
    if (feature === up)
      return Float64Array.from({ length: count }, (_, i) => centre(y, cells, cells - 1 - Math.floor(i / cells)));
    return new Float64Array(count).fill(mean[feature] as number);
  });
  return { count, inputs, target: new Float64Array(count) };
}
