import { type Data, describe, interpreter, type Program, randomGenerator, readData } from '@chainrule/core';
import { ExportError } from './errors.ts';

/** Rows with the values that the network gives for them: what an artefact checks itself against. */
export interface TestVectors {
  /** One number per input slot. */
  readonly rows: readonly Float64Array[];
  /** One number per output, by core's interpreter. */
  readonly values: readonly Float64Array[];
  /** The first so many rows are typical, the others extreme. */
  readonly typical: number;
  /** The first so many of these come from data. */
  readonly fromData?: number;
}

export interface VectorOptions {
  /** How many. Default 16; 0 for an artefact that cannot check itself. */
  readonly count?: number;
  /** Rows as the network will meet them: half of the typical vectors are taken from them. The others are numbers between −3 and 8. */
  readonly rows?: Data | undefined;
}

/** What a target can take beyond typical rows. */
export interface VectorLimits {
  /** Numbers that fill a whole row. */
  readonly extremes: readonly number[];
  /** What an input can hold: `Math.fround` for 32-bit floats. */
  readonly rounded?: (value: number) => number;
}

/** For targets with all of IEEE 754. */
export const allNumbers: VectorLimits = {
  extremes: [0, Number.NaN, 1e4, -1e4, 1e308, -1e308],
};

/**
 * Test vectors of a program: typical rows, then rows that are zero, NaN or extreme throughout, at most three in eight.
 * @throws ExportError if the count is no whole number; InputError if the rows lack an input.
 * @example testVectors(lower(outputs), { count: 16 })
 */
export function testVectors(
  program: Program,
  { count = 16, rows }: VectorOptions = {},
  { extremes, rounded = (value) => value }: VectorLimits = allNumbers,
): TestVectors {
  if (!Number.isInteger(count) || count < 0)
    throw new ExportError(`The count of test vectors must be a whole number from 0 up, not ${describe(count)}.`);
  const { slots } = program;
  const special = slots === 0 ? [] : extremes.slice(0, Math.floor((count * 3) / 8));
  const wanted = slots === 0 ? Math.min(count, 1) : count - special.length;
  const given = rows === undefined ? [] : picked(program, rows, Math.ceil(wanted / 2));
  const typical = [...given, ...drawn(slots, wanted - given.length)];
  const all = [...typical, ...special.map((value) => new Float64Array(slots).fill(value))];
  const inputs = all.map((row) => row.map(rounded));
  return { rows: inputs, values: valuesOf(program, inputs), typical: typical.length, fromData: given.length };
}

/** Each row by itself: a batch of one. */
function valuesOf(program: Program, rows: readonly Float64Array[]): Float64Array[] {
  const machine = interpreter(program);
  const columns = (row: Float64Array): Float64Array[] => Array.from(row, (_, i) => row.subarray(i, i + 1));
  return rows.map((row) => {
    const values = new Float64Array(program.outputs.length);
    machine.run(columns(row), 1, columns(values));
    return values;
  });
}

/**
 * Eighths, or halves in long rows: short to print, and the same in 32 bits. Even rows go from −3 to 3, odd ones from 0 to 8.
 */
function drawn(slots: number, count: number): Float64Array[] {
  const generator = randomGenerator(1);
  const parts = slots > 16 ? 2 : 8;
  const between = (low: number, high: number): number => low + generator.integer((high - low) * parts + 1) / parts;
  return Array.from({ length: count }, (_, i) =>
    Float64Array.from({ length: slots }, () => (i % 2 === 0 ? between(-3, 3) : between(0, 8))),
  );
}

/** Rows of the data at equal distances. */
function picked({ fields, slots }: Program, data: Data, wanted: number): Float64Array[] {
  const { columns, count } = readData(fields, data);
  const step = Math.max(1, count / wanted);
  return Array.from({ length: Math.min(wanted, count) }, (_, i) =>
    Float64Array.from({ length: slots }, (_, slot) => columns[slot]?.[Math.floor(i * step)] as number),
  );
}

/**
 * How far a value is from the expected one, as every artefact measures it: |found − expected| / max(1, |expected|); 0 for equal
 * numbers and for NaN where NaN is expected, Infinity where only one of them is finite, or NaN.
 */
export function errorOf(found: number, expected: number): number {
  if (found === expected || (Number.isNaN(found) && Number.isNaN(expected))) return 0;
  const error = Math.abs(found - expected) / Math.max(1, Math.abs(expected));
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error;
}
