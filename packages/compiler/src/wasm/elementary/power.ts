import {
  abs,
  add,
  and,
  andNot,
  choose,
  equal,
  floor,
  greater,
  less,
  lesser,
  multiply,
  notEqual,
  or,
  polynomial,
  signed,
  subtract,
  type Term,
  type Value,
  xor,
} from './arithmetic.ts';
import { lost, quotient, upper } from './doubleDouble.ts';
import { expOfSum } from './exponential.ts';
import { split } from './logarithm.ts';

/** x^y for a finite x > 0, as in core. */
function powerOfPositive(x: Term, y: Term): Term {
  const [ln2High, ln2Low] = (x as Value).of.ln2;
  const [k, m] = split(x);
  const f = subtract(m, 1);
  const d = add(1, m);
  const [s, tail] = quotient(f, 0, d, subtract(m, subtract(d, 1)));
  const s1 = upper(s);
  const s2 = lost(s, tail, s1);
  const zHigh = multiply(s1, s1);
  const zLow = multiply(s2, add(s1, s, tail));
  const z = add(zHigh, zLow);
  const z1 = upper(z);
  const z2 = lost(zHigh, zLow, z1);
  const q = add(3.700743415417188e-17, multiply(z, polynomial('power', z)));
  const w = add(0.6666666666666666, q);
  const w1 = upper(w);
  const w2 = lost(0.6666666666666666, q, w1);
  const vHigh = multiply(z1, w1);
  const vLow = add(multiply(z2, w), multiply(z1, w2));
  const u = add(2, add(vHigh, vLow));
  const u1 = upper(u);
  const u2 = add(lost(2, vHigh, u1), vLow);
  const pHigh = multiply(s1, u1);
  const pLow = add(multiply(s2, u), multiply(s1, u2));
  const a = multiply(k, ln2High);
  const sum = add(a, pHigh);
  const rest = add(lost(a, pHigh, sum), add(pLow, multiply(k, ln2Low)));
  const l = add(sum, rest);
  const l1 = upper(l);
  const l2 = lost(sum, rest, l1);
  const c = greater(lesser(y, 1e20), -1e20);
  const c1 = upper(c);
  const high = multiply(c1, l1);
  const result = expOfSum(high, add(multiply(subtract(c, c1), l), multiply(c1, l2)));
  return andNot(choose(Infinity, result, less(1000, high)), less(high, -1000));
}

/** x^y, whose special values are choices among masks. */
export function power(x: Value, y: Value): Term {
  const size = abs(x);
  const zero = equal(size, 0);
  const ends = or(zero, equal(size, Infinity));
  const atEnds = andNot(Infinity, xor(zero, less(y, 0)));
  const positive = choose(atEnds, powerOfPositive(size, y), ends);
  const negative = less(signed(1, x), 0);
  const half = multiply(y, 0.5);
  const fractional = notEqual(floor(y), y);
  const odd = andNot(notEqual(floor(half), half), fractional);
  const nan = or(
    notEqual(y, y),
    notEqual(x, x),
    and(equal(size, 1), equal(abs(y), Infinity)),
    and(negative, andNot(fractional, ends)),
  );
  return choose(1, or(signed(positive, and(negative, odd)), nan), equal(y, 0));
}
