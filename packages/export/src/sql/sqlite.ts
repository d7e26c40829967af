import { guard } from '../guards.ts';
import { signed } from '../numbers.ts';
import { call } from '../spelling.ts';
import { cases } from './cases.ts';
import type { Dialect } from './dialect.ts';
import { exponential } from './duckdb.ts';
import { refusedEverywhere } from './names.ts';
import { sharedGuards, sharedSpellings } from './spellings.ts';

/** SQLite 3.35 and newer with its mathematical functions. Division by 0 and poles give NULL there. */
export function sqlite(): Dialect {
  /** There is no NaN: it is NULL. */
  function number(value: number): string {
    if (Number.isNaN(value)) return 'NULL';
    if (!Number.isFinite(value)) return value > 0 ? '9e999' : '(-9e999)';
    return signed(exponential(value));
  }

  const [zero, one] = [0, 1].map(number) as [string, string];

  const plain = sharedSpellings({ number });
  const { log, log1p } = sharedGuards({ number }, plain);

  return {
    name: 'SQLite',
    createView: 'CREATE VIEW',
    number,
    primitives: {
      ...plain,
      // of two or more; NULL if one of them is
      max: call('max'),
      min: call('min'),
      power: ([a, b]) =>
        cases(
          [
            [`${b} = ${zero}`, one],
            // C says that 1 to any power is 1
            [`abs(${a}) = ${one} AND NOT abs(${b}) < 9e999`, 'NULL'],
          ],
          `power(${a}, ${b})`,
        ),
    },
    guards: {
      // atan2 tells −0 from 0
      divide: guard(
        (a, b) => cases([[`${b} = ${zero}`, `${a} * 9e999 / atan2(${b}, ${number(-1)})`]], `${a} / ${b}`),
        'zero',
      ),
      log,
      log1p,
    },
    forgetsNull: ({ primitive }) => primitive === 'less' || primitive === 'select' || primitive === 'power',
    // arithmetic would take a text for 0, and a quotient of whole numbers for a whole number
    column: (text) => cases([[`typeof(${text}) IN ('real', 'integer')`, `${text} * ${one}`]]),
    greatest: 'max',
    fence: ' LIMIT -1 OFFSET 0',
    deepest: 8,
    columns: 1900,
    foldsCase: true,
    refusal: (name) => (/^(true|false)$/i.test(name) ? 'a view would call it otherwise' : refusedEverywhere(name)),
  };
}
