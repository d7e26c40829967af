import {
  abs,
  add,
  addInteger,
  andNot,
  divide,
  greater,
  less,
  lesser,
  multiply,
  otherwise,
  polynomial,
  shift,
  signed,
  subtract,
  subtractInteger,
  type Term,
  type Value,
} from './arithmetic.ts';

/** high + low = k·ln 2 + h − l, k as its sum with the rounder and an even offset. */
function reduce(high: Term, low: Term = 0, offset = 0): [rounded: Term, h: Term, l: Term] {
  const { rounder, exact, ln2 } = (high as Value).of;
  const [ln2High, ln2Low] = ln2;
  const zero = rounder + offset;
  const rounded = add(subtract(multiply(high, Math.LOG2E), 0.0849625), zero);
  const k = subtract(rounded, zero);
  const h = subtract(high, multiply(k, ln2High));
  const l = subtract(multiply(k, ln2Low), low);
  return exact ? [rounded, h, l] : [rounded, subtract(h, l), 0];
}

/** 1 + h − exp(h − l), as in core. */
function expTail(h: Term, l: Term = 0): Term {
  const r = subtract(h, l);
  const z = multiply(r, r);
  return add(l, subtract(multiply(r, z, polynomial('exp', r)), multiply(0.5, z)));
}

/** 2^k·(1 + h − tail), also where 2^k is not a float. */
function scaled(rounded: Term, h: Term, tail: Term): Term {
  const { bias, fraction } = (rounded as Value).of;
  const all = addInteger(rounded, BigInt(2 * bias));
  const half = shift('right', all, 1);
  const y = multiply(add(1, subtract(h, tail)), shift('left', half, fraction));
  return multiply(y, shift('left', subtractInteger(all, half), fraction));
}

/** exp(high + low), as in core. */
export function expOfSum(high: Term, low: Term): Term {
  const [rounded, h, l] = reduce(high, low);
  return scaled(rounded, h, expTail(h, l));
}

/**
 * eˣ, scaled by an addition to the exponent unless the result may be denormal or infinite. As ln 2 = 0.693, it is neither for
 * |x| < 0.68·bias, and Infinity from 0.7·bias on.
 */
export function exp(x: Value): Term {
  const { bias, fraction, least } = x.of;
  const [rounded, h, l] = reduce(lesser(x, 0.7 * bias));
  const r = subtract(h, l);
  const tail = expTail(r);
  const y = addInteger(add(1, subtract(r, tail)), shift('left', rounded, fraction));
  otherwise(less(abs(x), 0.68 * bias), [y], () => {
    const isZero = less(x, least);
    // times 1 where the result is 0: denormal numbers on the way would take long
    return [andNot(scaled(andNot(rounded, isZero), r, tail), isZero)];
  });
  return y;
}

/** eˣ − 1. */
export function expm1(x: Value): Term {
  const { bias, fraction } = x.of;
  const [rounded, h, l] = reduce(lesser(greater(x, -40), 0.7 * bias));
  const tail = expTail(h, l);
  const t = shift('left', addInteger(rounded, BigInt(bias)), fraction);
  const y = subtract(multiply(t, subtract(h, tail)), subtract(1, t));
  otherwise(less(x, 37), [y], () => [scaled(rounded, h, add(tail, divide(1, t)))]);
  return y;
}

/** The hyperbolic tangent, g/(g + 1) with g = expm1(2|x|)/2; only f64 corrects the quotient. */
export function tanh(x: Value): Term {
  const { bias, fraction } = x.of;
  const [rounded, h, l] = reduce(lesser(multiply(2, abs(x)), 40), 0, bias - 1);
  const t = shift('left', rounded, fraction);
  const v = subtract(multiply(t, h), subtract(0.5, t));
  const w = multiply(t, expTail(h, l));
  const g = subtract(v, w);
  const d = add(g, 1);
  if (!x.of.exact) return signed(divide(g, d), x);
  const n = subtract(d, 1);
  const q = divide(n, d);
  const s = subtract(1, q);
  return signed(add(q, multiply(subtract(subtract(v, n), w), multiply(s, s))), x);
}
