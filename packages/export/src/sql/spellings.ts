import type { PrimitiveName } from '@chainrule/core';
import { type Guard, guard } from '../guards.ts';
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
    max: extreme(''),
    min: extreme('-'),
    less: ([a, b]) => {
      const isLess = `${a} < ${b}`;
      const isSure = isNumber === undefined || numberIn(b as string) !== undefined;
      return cases([[isSure ? isLess : `${isLess} AND ${isNumber?.(b as string)}`, one]], zero);
    },
    select: ([condition, a, b]) => cases([[`${condition} = ${zero}`, b as string]], a as string),
    sumBatch: ([x]) => x as string,
  };
}

/** The largest of some numbers, or with a sign the smallest. NaN is above all numbers, −NaN too; NULL falls through to ELSE, or to nothing. */
const extreme =
  (sign: '' | '-'): Spelled =>
  (args) => {
    if (args.length > 2) return `${sign}greatest(${args.map((arg) => sign + arg).join(', ')})`;
    const [a, b] = args as [string, string];
    if (numberIn(a) !== undefined) return cases([[`${sign}${b} < ${sign}${a}`, a]], b);
    const isLess = [`${sign}${a} < ${sign}${b}`, b] as const;
    return numberIn(b) !== undefined ? cases([isLess], a) : cases([isLess, [`${sign}${a} >= ${sign}${b}`, a]]);
  };

/** Guards of functions that raise errors, or have no value, where IEEE 754 has one. NULL stays NULL. */
export function sharedGuards(
  { number }: Words,
  { sqrt, log, log1p, sin, cos, tan }: ReturnType<typeof sharedSpellings>,
): Readonly<Record<'sqrt' | 'log' | 'log1p' | 'sin' | 'cos' | 'tan', Guard>> {
  const [infinity, nan, zero] = [Number.POSITIVE_INFINITY, Number.NaN, 0].map(number) as [string, string, string];
  const below = (least: string, x: string): readonly [string, string] => [`${x} < ${least}`, nan];
  const ofLog = (pole: string, spelled: Spelled): Guard =>
    guard((x) => cases([[`${x} > ${pole}`, spelled([x])], [`${x} = ${pole}`, `-${infinity}`], below(pole, x)]), 'pole');
  const ofFinite = (spelled: Spelled): Guard =>
    guard((x) => cases([[`abs(${x}) < ${infinity}`, spelled([x])]], `${x} - ${x}`), 'infinite');
  return {
    sqrt: guard((x) => cases([below(zero, x)], sqrt([x])), 'pole'),
    log: ofLog(zero, log),
    log1p: ofLog(number(-1), log1p),
    sin: ofFinite(sin),
    cos: ofFinite(cos),
    tan: ofFinite(tan),
  };
}

/** Whether an operation may have a value though an argument is NULL. */
export const forgetsNull = ({ primitive, args }: Operation): boolean =>
  primitive === 'less' ||
  primitive === 'select' ||
  primitive === 'power' ||
  (args.length > 2 && isExtreme.has(primitive));

const isExtreme: ReadonlySet<string> = /* @__PURE__ */ new Set(['max', 'min']);
