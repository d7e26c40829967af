import type { PrimitiveName } from '@chainrule/core';
import { call, infix, type Spelled } from '../spelling.ts';
import type { Operation } from '../terms.ts';
import { cases, numberIn } from './cases.ts';

/** Numbers in the spelling of a dialect. */
export interface Words {
  number(value: number): string;
  /** The condition that a value is no NaN; undefined where comparisons with NaN are never true. */
  isNumber?(text: string): string;
}

/** What PostgreSQL, DuckDB and SQLite share. The error function is expanded before anything is spelled. */
export function sharedSpellings({ number, isNumber }: Words): Readonly<Record<PrimitiveName, Spelled>> {
  const [zero, half, one, two] = [0, 0.5, 1, 2].map(number) as [string, string, string, string];
  return {
    add: infix('+'),
    subtract: infix('-'),
    multiply: infix('*'),
    divide: infix('/'),
    negate: ([x]) => `-${x}`,
    power: call('power'),
    sqrt: call('sqrt'),
    exp: call('exp'),
    // eˣ − 1 = 2·sinh(x/2)·exp(x/2) cancels nothing
    expm1: ([x]) =>
      cases([[`${x} < ${number(-40)}`, number(-1)]], `${two} * sinh(${x} * ${half}) * exp(${x} * ${half})`),
    log: call('ln'),
    // near 0, log(1 + x) = 2·atanh(x/(2 + x))
    log1p: ([x]) =>
      cases(
        [[`${x} > ${number(-0.5)} AND ${x} < ${half}`, `${two} * atanh(${x} / (${two} + ${x}))`]],
        `ln(${one} + ${x})`,
      ),
    sin: call('sin'),
    cos: call('cos'),
    tan: call('tan'),
    atan2: call('atan2'),
    tanh: call('tanh'),
    erf: call('erf'),
    abs: call('abs'),
    floor: call('floor'),
    // NaN is above all numbers; NULL falls through to ELSE, or to nothing
    max: (args) => {
      const [a, b] = args as [string, string];
      if (args.length > 2) return `greatest(${args.join(', ')})`;
      if (numberIn(a) !== undefined) return cases([[`${b} < ${a}`, a]], b);
      if (numberIn(b) !== undefined) return cases([[`${a} < ${b}`, b]], a);
      return cases([
        [`${a} < ${b}`, b],
        [`${a} >= ${b}`, a],
      ]);
    },
    // −NaN is above all numbers too
    min: (args) => {
      const [a, b] = args as [string, string];
      if (args.length > 2) return `-greatest(${args.map((arg) => `-${arg}`).join(', ')})`;
      if (numberIn(a) !== undefined) return cases([[`-${b} < -${a}`, a]], b);
      if (numberIn(b) !== undefined) return cases([[`-${a} < -${b}`, b]], a);
      return cases([
        [`-${a} < -${b}`, b],
        [`-${a} >= -${b}`, a],
      ]);
    },
    less: ([a, b]) => {
      const isLess = `${a} < ${b}`;
      const isSure = isNumber === undefined || numberIn(b as string) !== undefined;
      return cases([[isSure ? isLess : `${isLess} AND ${isNumber?.(b as string)}`, one]], zero);
    },
    select: ([condition, a, b]) => cases([[`${condition} = ${zero}`, b as string]], a as string),
    sumBatch: ([x]) => x as string,
  };
}

/** x where it is finite; sine, cosine and tangent raise errors elsewhere. */
export const ofFinite =
  (name: string, infinity: string): Spelled =>
  ([x]) =>
    cases([[`abs(${x}) < ${infinity}`, `${name}(${x})`]], `${x} - ${x}`);

/** The logarithm with its pole and NaN for negative numbers; NULL stays NULL. */
export const guardedLog = (x: string, infinity: string, nan: string, zero: string): string =>
  cases([
    [`${x} > ${zero}`, `ln(${x})`],
    [`${x} = ${zero}`, `-${infinity}`],
    [`${x} < ${zero}`, nan],
  ]);

/** log(1 + x), likewise. */
export const guardedLog1p = (x: string, plain: string, infinity: string, nan: string, minusOne: string): string =>
  cases([
    [`${x} > ${minusOne}`, plain],
    [`${x} = ${minusOne}`, `-${infinity}`],
    [`${x} < ${minusOne}`, nan],
  ]);

/** Whether an operation may have a value though an argument is NULL. */
export const forgetsNull = ({ primitive, args }: Operation): boolean =>
  primitive === 'less' ||
  primitive === 'select' ||
  primitive === 'power' ||
  (args.length > 2 && isExtreme.has(primitive));

const isExtreme: ReadonlySet<string> = /* @__PURE__ */ new Set(['max', 'min']);
