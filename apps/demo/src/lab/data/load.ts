import { randomGenerator } from '@chainrule/core';
import { LabError } from '../state/labError.ts';
import type { LabState } from '../state/labState.ts';
import type { DataSet } from './labData.ts';
import { sets } from './sets/index.ts';
import { plane } from './sets/plane.ts';
import { type Split, split } from './split.ts';

/**
 * The rows that a state speaks of, split.
 * @throws LabError if a table cannot be read, or there are too few rows.
 */
export async function load({ source, test, seed }: LabState['data']): Promise<Split> {
  return split(await rowsOf(source, seed), test, seed);
}

async function rowsOf(source: LabState['data']['source'], seed: number): Promise<DataSet> {
  if (source.kind === 'preset')
    return sets[source.name]({ count: source.count, noise: source.noise, generator: randomGenerator(seed) });
  if (source.kind === 'table') return (await import('./table/readTable.ts')).readTable(source.csv, source);
  if (source.points.length === 0)
    throw new LabError('data', 'There are no points yet. Click on the plane to add some.');
  const classes = Math.max(1, ...source.points.map(([, , label]) => label)) + 1;
  return plane(
    source.points,
    Array.from({ length: classes }, (_, i) => String(i)),
  );
}
