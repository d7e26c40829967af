import type { PrimitiveName } from '@chainrule/core';
import type { Operation, Term } from './terms.ts';

/** What a value may be, whatever the row. NaN is always possible. */
export interface Range {
  /** Finite values lie between these. */
  readonly low: number;
  readonly high: number;
  /** The smallest distance from 0 of a value that is not 0. */
  readonly least: number;
  /** Finite values are whole multiples of this or of something larger: what is left when values cancel. */
  readonly grain: number;
  /** Whether it may be infinite. */
  readonly infinite: boolean;
}

/**
 * Where an operation leaves what engines without IEEE 754 can do: its finite arguments make a result that is too large or too close
 * to 0, it divides by 0, its argument lies where the function has no finite value, or its argument may be infinite.
 */
export type Danger = 'overflow' | 'underflow' | 'zero' | 'pole' | 'infinite';

/** A range and the dangers of the operation that has it. */
export interface Ranged extends Range {
  readonly dangers: readonly Danger[];
}

/** Below the largest number, as bounds are rounded. */
const most = 1.797e308;
const smallest = 5e-324;
const epsilon = 2 ** -53;

/** How many finite arguments reach, and what lies between. */
function rangeOf(low: number, high: number, least: number, infinite = false, grain: number = least * epsilon): Range {
  const clamped = (value: number): number => Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, value));
  return {
    low: clamped(low),
    high: clamped(high),
    least: Math.max(smallest, least),
    grain: Math.max(smallest, grain),
    infinite,
  };
}

const anyOf = (infinite: boolean): Range => rangeOf(-Number.MAX_VALUE, Number.MAX_VALUE, smallest, infinite);

/** Any finite number, and the infinite ones. */
const anything = /* @__PURE__ */ anyOf(true);

/** Any finite number. */
export const anyNumber: Range = /* @__PURE__ */ anyOf(false);

/** What an input is that may be anything up to `reach`, and 0 or at least 1/`reach` if `floor`. */
export const inputRange = (reach: number, floor: number): Range => rangeOf(-reach, reach, floor, true);

const size = ({ low, high }: Range): number => Math.max(-low, high);
const mayBeZero = ({ low, high }: Range): boolean => low <= 0 && high >= 0;

/** The ranges of all terms, and the dangers of operations. A sum whose factors are apart counts as safe. */
export function rangesOf(terms: readonly Term[], input: Range): readonly Ranged[] {
  const ranges: Ranged[] = [];
  for (const term of terms) {
    if (term.kind === 'number') ranges.push(safe(ofNumber(term.value)));
    else if (term.kind === 'input') ranges.push(safe(input));
    else if (term.kind === 'place' || term.factors !== undefined) ranges.push(safe(anything));
    else {
      const args = term.args.map((arg) => ranges[arg] as Ranged);
      ranges.push(rules[term.primitive](args, term, terms));
    }
  }
  return ranges;
}

const ofNumber = (value: number): Range => {
  if (!Number.isFinite(value)) return rangeOf(0, 0, 1, !Number.isNaN(value));
  return rangeOf(value, value, value === 0 ? 1 : Math.abs(value));
};

type Rule = (args: readonly Ranged[], term: Operation, terms: readonly Term[]) => Ranged;

const safe = (range: Range, ...dangers: readonly (Danger | false)[]): Ranged => ({
  ...range,
  dangers: dangers.filter((danger) => danger !== false),
});

const ofSum: Rule = (args) => {
  const total = args.reduce((sum, arg) => sum + size(arg), 0);
  const [low, high] = [args.reduce((sum, arg) => sum + arg.low, 0), args.reduce((sum, arg) => sum + arg.high, 0)];
  const grain = Math.min(...args.map((arg) => arg.grain));
  const sameSign = args.every((arg) => arg.low >= 0) || args.every((arg) => arg.high <= 0);
  const least = sameSign ? Math.min(...args.map((arg) => arg.least)) : grain;
  const isTooLarge = total > most;
  const infinite = isTooLarge || args.some((arg) => arg.infinite);
  return safe(rangeOf(low, high, least, infinite, grain), isTooLarge && 'overflow');
};

const negative = (x: Ranged): Ranged => ({ ...x, low: -x.high, high: -x.low });

const ofProduct: Rule = ([first, ...others]) =>
  others.reduce(
    (a, b) => {
      const largest = size(a) * size(b);
      const least = a.least * b.least;
      const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
      const [tooLarge, tooSmall] = [largest > most, least < 2 * smallest];
      const range = rangeOf(Math.min(...corners), Math.max(...corners), least, tooLarge || a.infinite || b.infinite);
      return safe(
        range,
        ...a.dangers,
        tooLarge && 'overflow',
        tooSmall && 'underflow',
        // 0 · ∞
        ((a.infinite && mayBeZero(b)) || (b.infinite && mayBeZero(a))) && 'infinite',
      );
    },
    safe(first as Range),
  );

const ofQuotient: Rule = ([a, b]) => {
  const [x, y] = [a as Ranged, b as Ranged];
  const isByZero = mayBeZero(y);
  const largest = size(x) / (isByZero ? y.least : Math.min(Math.abs(y.low), Math.abs(y.high)));
  const least = x.least / size(y);
  const [tooLarge, tooSmall] = [largest > most, least < 2 * smallest];
  const [atLeastZero, atMostZero] = [x.low >= 0 && y.low >= 0, x.high <= 0 && y.low >= 0];
  return safe(
    rangeOf(atLeastZero ? 0 : -largest, atMostZero ? 0 : largest, least, isByZero || tooLarge || x.infinite),
    isByZero && 'zero',
    y.infinite && 'infinite',
    tooLarge && 'overflow',
    tooSmall && 'underflow',
  );
};

/** A function of one argument: a + b·x near 0, of values between. */
const ofBounded =
  (low: number, high: number, least: (x: Range) => number, needsFinite = false): Rule =>
  ([x]) =>
    safe(rangeOf(low, high, least(x as Range)), needsFinite && (x as Range).infinite && 'infinite');

/** Between these, eˣ is neither too large nor too close to 0. */
export const expLimits = { low: -708.39, high: 709.78 } as const;

const ofExp: Rule = ([given]) => {
  const x = given as Ranged;
  const [tooLarge, tooSmall] = [x.high > expLimits.high, x.low < expLimits.low];
  const low = Math.exp(Math.max(x.low, expLimits.low));
  return safe(
    rangeOf(
      tooSmall || x.infinite ? 0 : low * (1 - 1e-12),
      Math.exp(Math.min(x.high, expLimits.high)),
      low,
      tooLarge || x.infinite,
    ),
    tooLarge && 'overflow',
    tooSmall && 'underflow',
  );
};

/** A logarithm of x − pole, with its lowest value and the least that is not 0. */
const ofLog =
  (pole: number, bounds: (x: Range) => readonly [low: number, least: number]): Rule =>
  ([given]) => {
    const x = given as Range;
    const [low, least] = bounds(x);
    const isLow = x.low <= pole;
    const high = Math.log(Math.max(x.high - pole, smallest)) + 1;
    return safe(rangeOf(low, high, least, isLow || x.infinite), isLow && 'pole', x.infinite && 'infinite');
  };

/** What may be one or the other. */
const ofEither: Rule = (args) =>
  safe(
    rangeOf(
      Math.min(...args.map(({ low }) => low)),
      Math.max(...args.map(({ high }) => high)),
      Math.min(...args.map(({ least }) => least)),
      args.some(({ infinite }) => infinite),
      Math.min(...args.map(({ grain }) => grain)),
    ),
  );

const rules: Readonly<Record<PrimitiveName, Rule>> = {
  add: ofSum,
  subtract: ([a, b], term, terms) => {
    const range = ofSum([a as Ranged, negative(b as Ranged)], term, terms);
    const [less, more] = term.args.map((arg) => terms[arg]);
    // nothing is above a maximum that it is part of, as in softmax
    const isBelow =
      more?.kind === 'operation' && more.primitive === 'max' && more.args.includes(term.args[0] as number);
    return isBelow && less !== undefined ? { ...range, high: 0 } : range;
  },
  multiply: ofProduct,
  divide: ofQuotient,
  negate: ([x]) => safe(negative(x as Ranged)),
  power: ([a]) => safe({ ...anything, low: (a as Range).low >= 0 ? 0 : anything.low }, 'overflow', 'underflow', 'pole'),
  sqrt: ([given]) => {
    const x = given as Range;
    const root = (value: number): number => Math.sqrt(Math.max(0, value));
    const range = rangeOf(root(x.low), root(x.high), root(x.least), x.infinite);
    return safe(range, x.low < 0 && 'pole', x.infinite && 'infinite');
  },
  exp: ofExp,
  expm1: (args, term, terms) => {
    const { high, infinite, dangers } = ofExp(args, term, terms);
    return safe(rangeOf(-1, high, (args[0] as Range).least / 2, infinite), ...dangers);
  },
  log: /* @__PURE__ */ ofLog(0, (x) => [Math.log(x.low <= 0 ? x.least : x.low) - 1, 1e-17]),
  log1p: /* @__PURE__ */ ofLog(-1, (x) => [-40, Math.min(x.least / 2, 0.5)]),
  sin: /* @__PURE__ */ ofBounded(-1, 1, (x) => Math.min(x.least / 2, 1e-20), true),
  cos: /* @__PURE__ */ ofBounded(-1, 1, () => 1e-20, true),
  tan: /* @__PURE__ */ ofBounded(-1e20, 1e20, (x) => Math.min(x.least / 2, 1e-20), true),
  atan2: /* @__PURE__ */ ofBounded(-3.2, 3.2, () => smallest),
  tanh: /* @__PURE__ */ ofBounded(-1, 1, (x) => Math.min(x.least / 2, 0.5)),
  erf: /* @__PURE__ */ ofBounded(-1, 1, (x) => Math.min(x.least / 2, 0.5)),
  abs: ([given]) => {
    const x = given as Range;
    return safe({ ...x, low: Math.max(0, x.low, -x.high), high: size(x) });
  },
  floor: ([given]) => {
    const x = given as Range;
    return safe(rangeOf(Math.floor(x.low), Math.floor(x.high), 1, x.infinite, 1));
  },
  max: (args, term, terms) => ({
    ...ofEither(args, term, terms),
    low: Math.max(...args.map(({ low }) => low)),
  }),
  min: (args, term, terms) => ({
    ...ofEither(args, term, terms),
    high: Math.min(...args.map(({ high }) => high)),
  }),
  less: /* @__PURE__ */ ofBounded(0, 1, () => 1),
  select: ([, a, b], term, terms) => ofEither([a as Ranged, b as Ranged], term, terms),
  sumBatch: ([x]) => safe(x as Ranged),
};
