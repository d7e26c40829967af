import type { Guards } from '../guards.ts';
import type { Spelling } from '../spelling.ts';
import type { Operation, Terms } from '../terms.ts';
import type { Bounds, Holding } from './holding.ts';
import type { Name } from './names.ts';

/** What a database calls things, and what its arithmetic cannot do. */
export interface Dialect extends Omit<Spelling, 'input' | 'special'> {
  /** As people call it. */
  readonly name: string;
  /** Begins a statement that makes a view. */
  readonly createView: string;
  readonly guards: Guards;
  /** Whether an operation may have a value though an argument is NULL. */
  forgetsNull(operation: Operation): boolean;
  /** A column of the user's as a 64-bit float. */
  column(text: string): string;
  /** The largest of several numbers. */
  readonly greatest: string;
  /** Ends a subquery that must not be merged into another one, which would compute its columns once per use. */
  readonly fence: string;
  /** Dot products, if they are faster than sums that are written out. They take no NULL: `orNaN` replaces that. */
  readonly dots?: {
    found(terms: Terms): Terms;
    /** Σ factor · value. */
    text(values: readonly string[], factors: readonly number[]): string;
    orNaN(text: string): string;
  };
  /** What inputs are held to, if arithmetic must raise nothing; `guards` counts the guards that bounds leave. */
  readonly hold?: (guards: (bounds: Bounds) => number) => Holding | undefined;
  /** Operations inside of each other. */
  readonly deepest: number;
  /** Columns of one subquery. */
  readonly columns: number;
  /** Whether names that differ in the case of letters are the same. */
  readonly foldsCase: boolean;
  /** Why a name cannot be one here. */
  refusal(name: Name): string | undefined;
}
