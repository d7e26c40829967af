import type { PrimitiveName } from '@chainrule/core';
import type { Danger } from '../ranges.ts';
import type { Spelled, Spelling } from '../spelling.ts';
import type { Operation } from '../terms.ts';
import type { Name } from './names.ts';

/** Another spelling of a primitive, for arguments that bring one of these dangers. */
export interface Guard {
  readonly against: readonly Danger[];
  readonly spelled: Spelled;
}

/** What a database calls things, and what its arithmetic cannot do. */
export interface Dialect extends Omit<Spelling, 'input' | 'special'> {
  /** As people call it. */
  readonly name: string;
  /** The type of 64-bit floats. */
  readonly type: string;
  /** Spellings where a danger must be met; a danger without a guard is none here. */
  readonly guards: Readonly<Partial<Record<PrimitiveName, Guard>>>;
  /** Whether an operation may have a value though an argument is NULL. */
  forgetsNull(operation: Operation): boolean;
  /** A column of the user's as a 64-bit float. */
  column(text: string): string;
  /** The largest of several numbers. */
  readonly greatest: string;
  /** Ends a subquery that must not be merged into another one, which would compute its columns once per use. */
  readonly fence: string;
  /** Σ factor · value, if there is something faster than writing it out. It takes no NULL: `orNaN` replaces that. */
  readonly dotProduct?: (values: readonly string[], factors: readonly number[]) => string;
  readonly orNaN?: (text: string) => string;
  /** What an input must be so that arithmetic raises nothing, if it must be held at all. */
  readonly held?: (text: string, bounds: Held) => string;
  /** Operations inside of each other. */
  readonly deepest: number;
  /** Columns of one subquery, subqueries inside of each other, and parameters of a function. */
  readonly columns: number;
  readonly levels: number;
  /** Whether names that differ in the case of letters are the same. */
  readonly foldsCase: boolean;
  /** Why a name cannot be one here. */
  refusal(name: Name): string | undefined;
}

/** Beyond `reach`, numbers count as infinite; closer to 0 than `floor`, as 0. */
export interface Held {
  readonly reach: number;
  readonly floor: number;
}
