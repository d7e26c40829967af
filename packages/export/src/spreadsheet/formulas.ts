import type { PrimitiveName } from '@chainrule/core';
import type { Guards } from '../guards.ts';
import { shortest, signed } from '../numbers.ts';
import { infix, type Spelled } from '../spelling.ts';
import { type Grammar, row } from './grammar.ts';

/** Spellings of a grammar: where a danger must be met, another one. */
export interface Formulas {
  number(value: number): string;
  readonly primitives: Readonly<Record<PrimitiveName, Spelled>>;
  readonly guards: Guards;
  /** A function of texts. */
  call(name: string, ...args: readonly string[]): string;
  /** Σ values · weights + others, with the sign of infinity where that is too large. */
  dotProduct(values: string, weights: string): string;
}

/** What a result that is too large becomes, as cells hold no Infinity. */
const infinity = '1.7976931348623157E308';

/**
 * How spreadsheets write operations. A result without a finite value is an error, and so is all that is made of it; where that must
 * not be, as tanh of an infinite number is 1, the largest number stands for Infinity. Numbers of more than a few digits are in cells.
 */
export function formulasOf({ separator }: Grammar, cellOf: (value: number) => string): Formulas {
  const call = (name: string, ...args: readonly string[]): string => `${name}(${args.join(separator)})`;
  const number = (value: number): string => {
    if (Number.isNaN(value)) return 'NA()';
    if (!Number.isFinite(value)) return signed(value > 0 ? infinity : `-${infinity}`);
    const text = shortest(value);
    return text.length <= 4 ? signed(text.replace('e', 'E')) : cellOf(value);
  };
  const named =
    (name: string): Spelled =>
    (args) =>
      call(name, ...args);
  const orInfinite = (text: string, sign: string): string => call('IFERROR', text, `${sign}*${infinity}`);
  const ofFinite =
    (name: string): Spelled =>
    ([x]) =>
      call('IF', `ABS(${x})=${infinity}`, 'NA()', `${name}(${x})`);
  /** A function that is infinite at infinity. */
  const ofLarge =
    (name: string): Spelled =>
    ([x]) =>
      call('IF', `${x}=${infinity}`, infinity, `${name}(${x})`);
  const sum =
    (sign: string): Spelled =>
    (args) =>
      orInfinite(args.join(sign), `SIGN(${args.map((arg) => `${arg}*1E-9`).join(sign)})`);
  const product: Spelled = (args) => {
    const value = orInfinite(args.join('*'), args.map((arg) => `SIGN(${arg})`).join('*'));
    const sizes = args.map((arg) => `ABS(${arg})`);
    // a number of a few digits, or a cell that holds one, is neither 0 nor infinite
    if (args.some((arg) => /^\(?-?[\d$[]/.test(arg) && !arg.includes(row))) return value;
    return call('IF', call('AND', `${call('MAX', ...sizes)}=${infinity}`, `${call('MIN', ...sizes)}=0`), 'NA()', value);
  };
  const expm1: Spelled = ([x]) => call('IF', `${x}<-40`, '-1', `2*SINH(${x}/2)*EXP(${x}/2)`);
  const log1p: Spelled = ([x]) => call('IF', `ABS(${x})<0.5`, `2*ATANH(${x}/(2+${x}))`, `LN(1+${x})`);
  const divide = (a: string, b: string): string =>
    call(
      'IF',
      call('AND', `${a}=0`, `${b}=0`),
      'NA()',
      orInfinite(`${a}/${b}`, `SIGN(${a})*${call('IF', `${b}<0`, '-1', '1')}`),
    );
  const power = (a: string, b: string): string => {
    const isOdd = `INT(${b}/2)*2<>${b}`;
    const sign = call('IF', call('AND', `${a}<0`, isOdd), '-1', '1');
    const isUndefined = call('AND', `${a}<0`, `INT(${b})<>${b}`);
    const isPole = call('AND', `${a}=0`, `${b}<0`);
    // programs call it an error that a power is too small, too
    const isLarge = `(ABS(${a})>1)=(${b}>0)`;
    const beyond = call('IF', isLarge, `${sign}*${infinity}`, '0');
    const value = call('IF', isPole, infinity, call('IFERROR', call('POWER', a, b), beyond));
    return call('IF', `${b}=0`, '1', call('IF', isUndefined, 'NA()', value));
  };
  return {
    number,
    call,
    primitives: {
      add: infix('+'),
      subtract: infix('-'),
      multiply: infix('*'),
      divide: infix('/'),
      negate: ([x]) => `-${x}`,
      power: ([a, b]) => power(a as string, b as string),
      sqrt: named('SQRT'),
      exp: named('EXP'),
      expm1,
      log: named('LN'),
      log1p,
      sin: named('SIN'),
      cos: named('COS'),
      tan: named('TAN'),
      // the angle of the point (x, y); of the origin it is an error
      atan2: ([y, x]) => call('IF', call('AND', `${y}=0`, `${x}=0`), '0', call('ATAN2', x as string, y as string)),
      tanh: named('TANH'),
      erf: named('ERF'),
      abs: named('ABS'),
      floor: named('INT'),
      max: named('MAX'),
      min: named('MIN'),
      // NaN is less than nothing, and not 0
      less: ([a, b]) => call('IF', call('IFERROR', `${a}<${b}`, 'FALSE()'), '1', '0'),
      select: ([condition, a, b]) => call('IF', call('IFERROR', `${condition}=0`, 'FALSE()'), b as string, a as string),
      sumBatch: ([x]) => x as string,
    },
    guards: {
      add: { against: ['overflow'], spelled: sum('+') },
      subtract: { against: ['overflow'], spelled: sum('-') },
      multiply: { against: ['overflow', 'infinite'], spelled: product },
      divide: {
        against: ['overflow', 'zero', 'infinite'],
        spelled: ([a, b]) =>
          call(
            'IF',
            `ABS(${b})=${infinity}`,
            call('IF', `ABS(${a})=${infinity}`, 'NA()', '0'),
            divide(a as string, b as string),
          ),
      },
      sqrt: { against: ['infinite'], spelled: ofLarge('SQRT') },
      exp: { against: ['overflow'], spelled: ([x]) => call('IF', `${x}>709.78`, infinity, `EXP(${x})`) },
      expm1: { against: ['overflow'], spelled: ([x]) => call('IF', `${x}>709.78`, infinity, expm1([x as string])) },
      log: {
        against: ['pole', 'infinite'],
        spelled: ([x]) => call('IF', `${x}=0`, `-${infinity}`, ofLarge('LN')([x as string])),
      },
      log1p: {
        against: ['pole', 'infinite'],
        spelled: ([x]) =>
          call('IF', `${x}=-1`, `-${infinity}`, call('IF', `${x}=${infinity}`, infinity, log1p([x as string]))),
      },
      sin: { against: ['infinite'], spelled: ofFinite('SIN') },
      cos: { against: ['infinite'], spelled: ofFinite('COS') },
      tan: { against: ['infinite'], spelled: ofFinite('TAN') },
    },
    dotProduct: (values, weights) =>
      orInfinite(call('SUMPRODUCT', values, weights), `SIGN(${call('SUMPRODUCT', `${values}*1E-200`, weights)})`),
  };
}
