import { dotProducts } from '../dotProducts.ts';
import { shortest, signed } from '../numbers.ts';
import { cases, numberIn } from './cases.ts';
import type { Dialect } from './dialect.ts';
import { refusedEverywhere } from './names.ts';
import { forgetsNull, sharedGuards, sharedSpellings } from './spellings.ts';

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

  const one = number(1);

  const plain = sharedSpellings({ number, isNumber: (text) => `${text} < ${nan}` });

  return {
    name: 'DuckDB',
    createView: 'CREATE OR REPLACE VIEW',
    number,
    primitives: {
      ...plain,
      // C says that 1 to any power is 1
      power: ([a, b]) =>
        numberIn(b as string) !== undefined
          ? `power(${a}, ${b})`
          : cases([[`abs(${a}) = ${one} AND NOT abs(${b}) < ${infinity}`, nan]], `power(${a}, ${b})`),
    },
    guards: sharedGuards({ number }, plain),
    forgetsNull,
    column: (text) => `${text}::DOUBLE`,
    greatest: 'greatest',
    fence: '',
    dots: {
      found: dotProducts,
      text: (values, factors) => {
        const type = `DOUBLE[${values.length}]`;
        return `array_inner_product([${values.join(', ')}]::${type}, [${factors.map(exponential).join(', ')}]::${type})`;
      },
      orNaN: (text) => `coalesce(${text}, ${nan})`,
    },
    deepest: 12,
    columns: 10_000,
    foldsCase: true,
    refusal: (name) => (name === '' ? 'it is empty' : refusedEverywhere(name)),
  };
}
