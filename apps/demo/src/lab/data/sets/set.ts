import type { RandomGenerator } from '@chainrule/core';
import type { DataSet } from '../labData.ts';

/** How many rows a set is to have, and how much they are disturbed; sets that are what they are take no notice. */
interface SetOptions {
  readonly count: number;
  readonly noise: number;
  readonly generator: RandomGenerator;
}

/** Makes a data set; what it is made of may have to be fetched. */
export type MakeSet = (options: SetOptions) => DataSet | Promise<DataSet>;
