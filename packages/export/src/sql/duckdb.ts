import { shortest, signed } from '../numbers.ts';
import { cases, numberIn } from './cases.ts';
import type { Dialect } from './dialect.ts';
import { refusedEverywhere } from './names.ts';
import { forgetsNull, guardedLog, guardedLog1p, ofFinite, sharedSpellings } from './spellings.ts';

/** Without an exponent, a number with a point is a DECIMAL. */
export function exponential(value: number): string {
  const text = shortest(value);
  return text.includes('e') ? text : `${text}e0`;
}

/** DuckDB 1.2 and newer, whose arithmetic follows IEEE 754; a few functions raise errors. */
export function duckdb(): Dialect {
  const [infinity, nan] = ["'Infinity'::DOUBLE", "'NaN'::DOUBLE"];

  function number(value: number): string {
    if (Number.isNaN(value)) return nan;
    if (!Number.isFinite(value)) return value > 0 ? infinity : `(-${infinity})`;
    return signed(exponential(value));
  }

  const [zero, one] = [0, 1].map(number) as [string, string];

  const plain = sharedSpellings({ number, isNumber: (text) => `${text} < ${nan}` });

  return {
    name: 'DuckDB',
    type: 'DOUBLE',
    number,
    primitives: {
      ...plain,
      // C says that 1 to any power is 1
      power: ([a, b]) =>
        numberIn(b as string) !== undefined
          ? `power(${a}, ${b})`
          : cases([[`abs(${a}) = ${one} AND NOT abs(${b}) < ${infinity}`, nan]], `power(${a}, ${b})`),
    },
    guards: {
      sqrt: { against: ['pole'], spelled: ([x]) => cases([[`${x} < ${zero}`, nan]], `sqrt(${x})`) },
      log: { against: ['pole'], spelled: ([x]) => guardedLog(x as string, infinity, nan, zero) },
      log1p: {
        against: ['pole'],
        spelled: ([x]) => guardedLog1p(x as string, plain.log1p([x as string]), infinity, nan, number(-1)),
      },
      sin: { against: ['infinite'], spelled: ofFinite('sin', infinity) },
      cos: { against: ['infinite'], spelled: ofFinite('cos', infinity) },
      tan: { against: ['infinite'], spelled: ofFinite('tan', infinity) },
    },
    forgetsNull,
    column: (text) => `${text}::DOUBLE`,
    greatest: 'greatest',
    fence: '',
    dotProduct: (values, factors) => {
      const type = `DOUBLE[${values.length}]`;
      return `array_inner_product([${values.join(', ')}]::${type}, [${factors.map(exponential).join(', ')}]::${type})`;
    },
    orNaN: (text) => `coalesce(${text}, ${nan})`,
    deepest: 12,
    columns: 10_000,
    levels: 200,
    foldsCase: true,
    refusal: (name) => (name === '' ? 'it is empty' : refusedEverywhere(name)),
  };
}
