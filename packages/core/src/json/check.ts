import { describe, ModelFileError } from '../errors.ts';

/** Refuses what is at a place of the file. */
export function wrong(value: unknown, expected: string, pointer: string): never {
  throw new ModelFileError(
    pointer,
    `expected ${expected}, ${value === undefined ? 'but it is missing' : `got ${describe(value)}`}.`,
  );
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `value` as a record, or an error that points at it. */
export function record(value: unknown, pointer: string): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : wrong(value, 'an object', pointer);
}

export function list(value: unknown, pointer: string): readonly unknown[] {
  return Array.isArray(value) ? value : wrong(value, 'an array', pointer);
}

export function text(value: unknown, pointer: string): string {
  return typeof value === 'string' ? value : wrong(value, 'a string', pointer);
}

const isPlace = (value: unknown, limit: number, from = 0): value is number =>
  Number.isInteger(value) && (value as number) >= from && (value as number) < limit;

/** A whole number from `from` up to, but not including, `limit`. */
export function place(value: unknown, limit: number, pointer: string, what = 'a whole number', from = 0): number {
  if (isPlace(value, limit, from)) return value;
  return wrong(value, limit > from ? `${what} (${from} to ${limit - 1})` : `${what}, of which there is none`, pointer);
}

/** Entry i as a place in a list of `limit`. There are millions of them: the pointer is made when it is needed. */
export function placeAt(entries: readonly unknown[], i: number, limit: number, pointer: string, what: string): number {
  const value = entries[i];
  return isPlace(value, limit) ? value : place(value, limit, `${pointer}/${i}`, what);
}

const special: readonly unknown[] = ['NaN', 'Infinity', '-Infinity', '-0'];

/** A number as the file holds it. */
export function number(value: unknown, pointer: string): number {
  return typeof value === 'number' || special.includes(value) ? Number(value) : wrong(value, 'a number', pointer);
}

/** A key as a part of a pointer (RFC 6901). */
export const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** Refuses more entries than a form has: what is not understood must not be lost. */
export function atMost(entries: readonly unknown[], count: number, pointer: string): void {
  if (entries.length > count)
    throw new ModelFileError(pointer, `expected at most ${count} entries, got ${entries.length}.`);
}
