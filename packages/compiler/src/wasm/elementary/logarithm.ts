import {
  abs,
  add,
  addInteger,
  and,
  andNot,
  choose,
  divide,
  equal,
  greater,
  less,
  multiply,
  or,
  polynomial,
  shift,
  subtract,
  type Term,
  type Value,
} from './arithmetic.ts';
import { parts } from './coefficients.ts';
import { lost, upper } from './doubleDouble.ts';

/** x = 2^k·m with √½ ≤ m < √2, for a finite x > 0. */
export function split(x: Term): [k: Term, m: Term] {
  const { fraction, bias, v } = (x as Value).of;
  // the bits of √½, as core takes it, and of 1
  const [root, one] = v.bytes === 8 ? [0x3fe6a09e00000000n, 0x3ff0000000000000n] : [0x3f3504f3n, 0x3f800000n];
  const power = 2 ** fraction;
  const denormal = less(x, 2 ** (1 - bias));
  const moved = addInteger(multiply(x, greater(and(power, denormal), 1)), one - root);
  const exponent = subtract(or(shift('right', moved, fraction), power), power + bias);
  return [subtract(exponent, and(fraction, denormal)), addInteger(and(moved, BigInt(power - 1)), root)];
}

/** k·ln 2 + log(1 + f) + low, as in core. */
function logOfParts(k: Term, f: Term, low: Term): Term {
  const [ln2High, ln2Low] = parts[(k as Value).of.v.precision].ln2;
  const s = divide(f, add(2, f));
  const z = multiply(s, s);
  const w = add(0.6666666666666666, multiply(z, polynomial('log', z)));
  const a = multiply(k, ln2High);
  const sum = add(a, f);
  const u = upper(f);
  const tail = subtract(
    subtract(multiply(s, add(multiply(0.5, f, f), multiply(z, w))), multiply(0.5, subtract(f, u), add(f, u))),
    multiply(0.5, u, u),
  );
  return add(sum, add(lost(a, f, sum), add(multiply(k, ln2Low), low, tail)));
}

/** A logarithm y of x that is −∞ at `zero`, NaN below, and x itself where it is not ordinary. */
const special = (y: Term, x: Term, zero: number, ordinary: Term): Term =>
  choose(-Infinity, or(choose(y, x, ordinary), less(x, zero)), equal(x, zero));

/** The natural logarithm. */
export function log(x: Value): Term {
  const [k, m] = split(x);
  return special(logOfParts(k, subtract(m, 1), 0), x, 0, less(x, Infinity));
}

/** log(1 + x). */
export function log1p(x: Value): Term {
  const u = add(1, x);
  const [k, m] = split(u);
  const near = equal(k, 0);
  const low = choose(subtract(x, subtract(u, 1)), subtract(1, subtract(u, x)), less(x, 1));
  const y = logOfParts(k, choose(x, subtract(m, 1), near), andNot(divide(low, u), near));
  return special(y, x, -1, andNot(less(x, Infinity), less(abs(x), 5e-17)));
}
