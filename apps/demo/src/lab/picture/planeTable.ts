import type { Table } from '../data/labData.ts';
import { moments } from '../data/moments.ts';
import type { Split } from '../data/split.ts';
import { centre, type Range } from './grid.ts';

const known = new WeakMap<Split, Map<string, Table>>();

/**
 * A cell's features for each cell of a plane, row by row from the top; all other features are at their mean. Made once: it takes longer
 * than what the network says of it.
 */
export function planeTable(
  data: Split,
  axes: readonly [number, number],
  ranges: readonly [Range, Range],
  cells: number,
): Table {
  const tables = known.get(data) ?? new Map<string, Table>();
  known.set(data, tables);
  const key = [axes, ranges, cells].join();
  const table = tables.get(key) ?? made(data, axes, ranges, cells);
  tables.set(key, table);
  return table;
}

function made(
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
