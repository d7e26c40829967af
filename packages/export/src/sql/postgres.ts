import { guard } from '../guards.ts';
import { shortest, signed } from '../numbers.ts';
import { expLimits } from '../ranges.ts';
import { cases } from './cases.ts';
import type { Dialect } from './dialect.ts';
import { holding } from './holding.ts';
import { refusedEverywhere } from './names.ts';
import { forgetsNull, sharedGuards, sharedSpellings } from './spellings.ts';

/** PostgreSQL 12 and newer. It raises errors for whatever is too large or too small, so that much needs guards. */
export function postgres(): Dialect {
  const float = (text: string): string => `${text}::float8`;
  const [infinity, nan] = [float("'Infinity'"), float("'NaN'")];

  function number(value: number): string {
    if (Number.isNaN(value)) return nan;
    if (!Number.isFinite(value)) return value > 0 ? infinity : `(-${infinity})`;
    return signed(float(shortest(value)));
  }

  const [zero, one, most] = [0, 1, Number.MAX_VALUE].map(number) as [string, string, string];

  const plain = sharedSpellings({ number, isNumber: (text) => `${text} < ${nan}` });

  /** a + b, where two finite numbers may have an infinite sum: PostgreSQL raises an error for that. */
  const add = (a: string, b: string): string =>
    cases(
      [
        [`${b} > ${most} - greatest(${a}, ${zero})`, `${b} + ${infinity} + ${a}`],
        [`${b} < -${most} - least(${a}, ${zero})`, `${b} - ${infinity} + ${a}`],
      ],
      `${a} + ${b}`,
    );

  /** a * b or a / b, which is 0 or infinite where a root of its size is beyond that of the range of numbers. */
  const within = (a: string, operator: string, b: string, root: string, most: number, least: number): string =>
    cases(
      [
        [`${root} > ${number(most)}`, `${a} * ${infinity} ${operator} ${b}`],
        [`${root} < ${number(least)}`, `${a} * ${zero} ${operator} ${b}`],
      ],
      `${a} ${operator} ${b}`,
    );
  const multiply = (a: string, b: string): string =>
    within(a, '*', b, `sqrt(abs(${a})) * sqrt(abs(${b}))`, 1.34078079299425e154, 2.3e-162);
  const divide = (a: string, b: string): string =>
    cases(
      // atan2 tells −0 from 0
      [[`${b} = ${zero}`, `${a} * ${infinity} / atan2(${b}, ${number(-1)})`]],
      within(a, '/', b, `sqrt(sqrt(abs(${a}))) / sqrt(sqrt(abs(${b})))`, 1.1579208923731e77, 1.51e-81),
    );

  const [hottest, coldest] = [expLimits.high, expLimits.low].map(number);
  const exp = (x: string): string =>
    cases(
      [
        [`${x} > ${hottest}`, `${x} + ${infinity}`],
        [`${x} < ${coldest}`, zero],
      ],
      `exp(${x})`,
    );

  /** aᵇ as JavaScript defines it. */
  const power = (a: string, b: string): string => {
    const isOdd = `abs(${b}) < ${number(2 ** 53)} AND floor(${b}) = ${b} AND floor(${b} / ${number(2)}) * ${number(2)} <> ${b}`;
    const isNegative = `atan2(${a}, ${number(-1)}) < ${zero}`;
    const sign = cases([[`${isNegative} AND ${isOdd}`, number(-1)]], one);
    // b · log a, scaled so that nothing in it is too small
    const exponent = `greatest(least(${b}, ${number(1e20)}), ${number(-1e20)}) * ${number(1e200)} * ln(abs(${a}))`;
    return cases(
      [
        [`${b} = ${zero}`, one],
        [`${a} = ${nan} OR ${b} = ${nan}`, nan],
        [`abs(${b}) = ${infinity} AND abs(${a}) = ${one}`, nan],
        [
          `${a} = ${zero} OR abs(${a}) = ${infinity} OR abs(${b}) = ${infinity}`,
          `${cases([[`(abs(${a}) < ${one}) = (${b} < ${zero})`, infinity]], zero)} * ${sign}`,
        ],
        [`${a} < ${zero} AND floor(${b}) <> ${b}`, nan],
        [`${exponent} > ${number(7.0978e202)}`, `${infinity} * ${sign}`],
        [`${exponent} < ${number(-7.0839e202)}`, zero],
      ],
      `power(${a}, ${b})`,
    );
  };

  return {
    name: 'PostgreSQL',
    createView: 'CREATE OR REPLACE VIEW',
    number,
    primitives: plain,
    guards: {
      ...sharedGuards({ number }, plain),
      add: guard(add, 'overflow'),
      subtract: guard((a, b) => add(a, `(-${b})`), 'overflow'),
      multiply: guard(multiply, 'overflow', 'underflow'),
      divide: guard(divide, 'zero', 'overflow', 'underflow'),
      power: guard(power, 'pole'),
      exp: guard(exp, 'overflow', 'underflow'),
      expm1: guard((x) => cases([[`${x} > ${hottest}`, `${x} + ${infinity}`]], plain.expm1([x])), 'overflow'),
    },
    forgetsNull,
    column: float,
    hold: (guards) => holding(guards, number),
    greatest: 'greatest',
    fence: ' OFFSET 0',
    deepest: 12,
    columns: 1600,
    foldsCase: false,
    refusal: (name) => {
      if (name === '') return 'it is empty';
      if (new TextEncoder().encode(name).length > 63) return 'it has more than 63 bytes';
      return refusedEverywhere(name);
    },
  };
}
