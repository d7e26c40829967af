import { describe, ModelFileError } from '../errors.ts';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `value` as a record, or an error that points at it. */
export function record(value: unknown, pointer: string): Readonly<Record<string, unknown>> {
  if (!isRecord(value)) throw new ModelFileError(pointer, `expected an object, got ${describe(value)}.`);
  return value;
}

export function list(value: unknown, pointer: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new ModelFileError(pointer, `expected an array, got ${describe(value)}.`);
  return value;
}

export function text(value: unknown, pointer: string): string {
  if (typeof value !== 'string') throw new ModelFileError(pointer, `expected a string, got ${describe(value)}.`);
  return value;
}

/** A whole number from 0 up to, but not including, `limit`. */
export function place(value: unknown, limit: number, pointer: string): number {
  if (!Number.isInteger(value) || (value as number) < 0 || (value as number) >= limit)
    throw new ModelFileError(pointer, `expected a whole number below ${limit}, got ${describe(value)}.`);
  return value as number;
}

const special = new Map<unknown, number>([
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
  ['-0', -0],
]);

/** A number as the file holds it. */
export function number(value: unknown, pointer: string): number {
  const found = typeof value === 'number' ? value : special.get(value);
  if (found === undefined) throw new ModelFileError(pointer, `expected a number, got ${describe(value)}.`);
  return found;
}

/** A key as a part of a pointer (RFC 6901). */
export const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Refuses more entries than a form has: what is not understood must not be lost. */
export function atMost(entries: readonly unknown[], count: number, pointer: string): void {
  if (entries.length > count)
    throw new ModelFileError(pointer, `expected at most ${count} entries, got ${entries.length}.`);
}
