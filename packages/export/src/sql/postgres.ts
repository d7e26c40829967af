import { shortest, signed } from '../numbers.ts';
import { cases } from './cases.ts';
import type { Dialect } from './dialect.ts';
import { refusedEverywhere } from './names.ts';
import { forgetsNull, guardedLog, guardedLog1p, ofFinite, sharedSpellings } from './spellings.ts';

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

  // a product is beyond the range if the geometric mean of its factors is beyond the root of it
  const [rootOfMost, rootOfLeast] = [1.34078079299425e154, 2.3e-162].map(number);
  const multiply = (a: string, b: string): string => {
    const mean = `sqrt(abs(${a})) * sqrt(abs(${b}))`;
    return cases(
      [
        [`${mean} > ${rootOfMost}`, `${a} * ${infinity} * ${b}`],
        [`${mean} < ${rootOfLeast}`, `${a} * ${zero} * ${b}`],
      ],
      `${a} * ${b}`,
    );
  };

  const [fourthRootOfMost, fourthRootOfLeast] = [1.1579208923731e77, 1.51e-81].map(number);
  const divide = (a: string, b: string): string => {
    const ratio = `sqrt(sqrt(abs(${a}))) / sqrt(sqrt(abs(${b})))`;
    return cases(
      [
        // atan2 tells −0 from 0
        [`${b} = ${zero}`, `${a} * ${infinity} / atan2(${b}, ${number(-1)})`],
        [`${ratio} > ${fourthRootOfMost}`, `${a} * ${infinity} / ${b}`],
        [`${ratio} < ${fourthRootOfLeast}`, `${a} * ${zero} / ${b}`],
      ],
      `${a} / ${b}`,
    );
  };

  const [hottest, coldest] = [709.78, -708.39].map(number);
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
        [`abs(${b}) = ${infinity}`, cases([[`(abs(${a}) > ${one}) = (${b} > ${zero})`, infinity]], zero)],
        [
          `${a} = ${zero} OR abs(${a}) = ${infinity}`,
          cases([[`(${a} = ${zero}) = (${b} > ${zero})`, zero]], `${infinity} * ${sign}`),
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
    type: 'float8',
    number,
    primitives: plain,
    guards: {
      add: { against: ['overflow'], spelled: ([a, b]) => add(a as string, b as string) },
      subtract: { against: ['overflow'], spelled: ([a, b]) => add(a as string, `(-${b})`) },
      multiply: { against: ['overflow', 'underflow'], spelled: ([a, b]) => multiply(a as string, b as string) },
      divide: { against: ['zero', 'overflow', 'underflow'], spelled: ([a, b]) => divide(a as string, b as string) },
      power: { against: ['pole'], spelled: ([a, b]) => power(a as string, b as string) },
      sqrt: { against: ['pole'], spelled: ([x]) => cases([[`${x} < ${zero}`, nan]], `sqrt(${x})`) },
      exp: { against: ['overflow', 'underflow'], spelled: ([x]) => exp(x as string) },
      expm1: {
        against: ['overflow'],
        spelled: ([x]) => cases([[`${x} > ${hottest}`, `${x} + ${infinity}`]], plain.expm1([x as string])),
      },
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
    column: float,
    held: (x, { reach, floor }) =>
      cases(
        [
          ...(reach < Number.MAX_VALUE ? [[`abs(${x}) > ${number(reach)}`, `${x} * ${infinity}`] as const] : []),
          ...(floor > Number.MIN_VALUE ? [[`abs(${x}) < ${number(floor)}`, `${x} * ${zero}`] as const] : []),
        ],
        x,
      ),
    greatest: 'greatest',
    fence: ' OFFSET 0',
    deepest: 12,
    columns: 1600,
    levels: 200,
    foldsCase: false,
    refusal: (name) => {
      if (name === '') return 'it is empty';
      if (new TextEncoder().encode(name).length > 63) return 'it has more than 63 bytes';
      return refusedEverywhere(name);
    },
  };
}
