import { existsSync, readFileSync } from 'node:fs';
import { type Exact, fromBits } from './ulp.ts';

/** The exact value and first derivatives of an op at one point, from `references/generate.py`. */
export interface Reference {
  readonly args: readonly number[];
  readonly value: Exact;
  readonly partials: readonly Exact[];
}

const fileOf = (name: string): URL => new URL(`../references/${name}.json`, import.meta.url);

/** Whether there are references for an op. */
export const hasReferences = (name: string): boolean => existsSync(fileOf(name));

/** The references of an op, in groups by the number of arguments. */
export function references(name: string): readonly (readonly Reference[])[] {
  const groups = JSON.parse(readFileSync(fileOf(name), 'utf8')) as Record<string, string[]>;
  return Object.entries(groups).map(([arity, rows]) => rows.map((row) => readRow(row.split(' '), Number(arity))));
}

function readRow(words: readonly string[], arity: number): Reference {
  const exact = (i: number): Exact => ({ value: fromBits(words[i] as string), residual: Number(words[i + 1]) });
  const args = words.slice(0, arity).map(fromBits);
  return { args, value: exact(arity), partials: args.map((_, i) => exact(arity + 2 + 2 * i)) };
}
