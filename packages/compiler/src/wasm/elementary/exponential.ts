import {
  abs,
  add,
  addInteger,
  choose,
  greater,
  less,
  lesser,
  multiply,
  polynomial,
  shift,
  signed,
  subtract,
  subtractInteger,
  type Term,
  type Value,
} from './arithmetic.ts';
import { parts } from './coefficients.ts';
import { lost, quotient, upper } from './doubleDouble.ts';

/** y·2^k, k as its sum with the rounder. */
function scale(y: Term, rounded: Term): Term {
  const { rounder, bias, fraction } = (y as Value).of;
  const half = add(multiply(subtract(rounded, rounder), 0.5), rounder + bias);
  const rest = addInteger(subtractInteger(rounded, half), BigInt(2 * bias));
  return multiply(y, shift('left', half, fraction), shift('left', rest, fraction));
}

/** high + low = k·ln 2 + h + l, k as its sum with the rounder. */
function reduce(high: Term, low: Term): [k: Term, h: Term, l: Term] {
  const { rounder, exact, v } = (high as Value).of;
  const [ln2High, ln2Low] = parts[v.precision].ln2;
  const rounded = add(multiply(high, Math.LOG2E), rounder);
  const k = subtract(rounded, rounder);
  const h = subtract(high, multiply(k, ln2High));
  const kLow = multiply(k, ln2Low);
  return exact ? [rounded, h, subtract(low, kLow)] : [rounded, add(subtract(h, kLow), low), 0];
}

/** exp(h + l) − 1 − h, as in core; the polynomial comes first, because the rest does not wait for it. */
function expTail(h: Term, l: Term): Term {
  const r = add(h, l);
  const cube = multiply(r, r, r, polynomial('exp', r));
  const u = upper(h);
  const rest = multiply(0.5, add(subtract(h, u), l), add(r, u));
  return add(multiply(0.5, u, u), add(rest, l, cube));
}

/** 2^k·(1 + h + tail). */
function expOfReduced(k: Term, h: Term, tail: Term): Term {
  const one = add(1, h);
  return scale(add(one, add(lost(1, h, one), tail)), k);
}

/** 2^k·(1 + h + tail) − 1 as a sum of two; `above`: for k ≥ 0 only. */
function expm1OfReduced(k: Term, h: Term, tail: Term, above: boolean): [head: Term, rest: Term] {
  const { bias, fraction, exact } = (k as Value).of;
  const t = shift('left', addInteger(k, BigInt(bias)), fraction);
  const a = subtract(t, 1);
  const low = lost(t, -1, a);
  const aLow = above || !exact ? low : choose(lost(t, 0, add(a, 1)), low, less(t, 1));
  const u = multiply(t, h);
  const v = add(a, u);
  return [v, add(lost(a, u, v), add(aLow, multiply(t, tail)))];
}

/** exp(high + low), as in core. */
export function expOfSum(high: Term, low: Term): Term {
  const [k, h, l] = reduce(high, low);
  return expOfReduced(k, h, expTail(h, l));
}

/** At most so much that exp overflows. */
const bounded = (x: Term): Term => lesser(x, (x as Value).of.v.bytes === 8 ? 710 : 90);

/** eˣ. */
export const exp = (x: Value): Term => expOfSum(greater(bounded(x), x.of.v.bytes === 8 ? -746 : -105), 0);

/** eˣ − 1. Above 40 it is eˣ, which shares the reduction and the polynomial. */
export function expm1(x: Value): Term {
  const [k, h, l] = reduce(greater(bounded(x), -40), 0);
  const tail = expTail(h, l);
  const y = choose(expOfReduced(k, h, tail), add(...expm1OfReduced(k, h, tail, false)), less(40, x));
  return choose(x, y, less(abs(x), 5e-17));
}

/** The hyperbolic tangent, e/(e + 2) with e = expm1(2|x|). */
export function tanh(x: Value): Term {
  const size = abs(x);
  const [k, h, l] = reduce(lesser(multiply(2, size), 44), 0);
  const [head, rest] = expm1OfReduced(k, h, expTail(h, l), true);
  const e = add(head, rest);
  const eLow = add(subtract(head, e), rest);
  const d = add(e, 2);
  const dLow = choose(lost(2, e, d), lost(e, 2, d), less(e, 2));
  const [q, tail] = quotient(e, eLow, d, add(dLow, eLow));
  // f32 corrects e alone, by the derivative of e/(e + 2): (1 − q)²/2
  const slope = subtract(1, q);
  const y = add(q, x.of.exact ? tail : multiply(eLow, 0.5, slope, slope));
  return choose(x, signed(y, x), less(size, 4e-9));
}
