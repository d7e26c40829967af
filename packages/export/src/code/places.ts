import type { Tables } from './tables.ts';

/** Where the values of a block program are while it runs. */
export interface Places {
  /** The numbers of a group that are known when it is printed, by row; undefined for a group that must be computed. */
  known(group: number): readonly number[] | undefined;
  /** The array that holds a group, and where in it the group begins. */
  array(group: number): { readonly name: string; readonly offset: number };
  /** Where sums over the batch that belong to a group are added up; undefined if the batch is a single row. */
  sums?(group: number): { readonly name: string; readonly offset: number };
  /** A place beside those of the groups. */
  memory(place: number): string;
  /** How many such places are taken from now on. */
  take(places: number): void;
  readonly tables: Tables;
  fresh(prefix: string): string;
  /** Operands in one routine, at most. */
  readonly largest: number;
}
