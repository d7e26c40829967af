import {
  add,
  addInteger,
  and,
  choose,
  divide,
  equal,
  less,
  multiply,
  or,
  otherwise,
  polynomial,
  shift,
  subtract,
  type Term,
  type Value,
} from './arithmetic.ts';

/** x = 2^k·m with √½ ≤ m < √2, for a finite x > 0 that is not denormal. */
function splitNormal(x: Term): [k: Term, m: Term] {
  const { fraction, bias, root } = (x as Value).of;
  const power = 2 ** fraction;
  const moved = addInteger(x, BigInt(bias * power) - root); // with the bits of 1 for those of √½
  const k = subtract(or(shift('right', moved, fraction), power), power + bias);
  return [k, addInteger(and(moved, BigInt(power - 1)), root)];
}

/** The same for any finite x > 0; the lanes outside `normal` rarely occur. */
export function split(x: Term, normal: Term = less(2 ** (1 - (x as Value).of.bias), x)): [k: Term, m: Term] {
  const results = splitNormal(x);
  otherwise(normal, results, () => {
    const { fraction } = (x as Value).of;
    const [k, m] = splitNormal(multiply(x, 2 ** fraction));
    return [subtract(k, fraction), m];
  });
  return results;
}

/** k·ln 2 + log(1 + f) + low, as in core. */
function logOfParts(k: Term, f: Term, low: Term): Term {
  const [ln2High, ln2Low] = (k as Value).of.ln2;
  const s = divide(f, add(2, f));
  const z = multiply(s, s);
  const half = multiply(0.5, f, f);
  const tail = multiply(s, add(half, multiply(z, add(0.6666666666666666, multiply(z, polynomial('log', z))))));
  const rest = subtract(subtract(half, add(tail, add(multiply(k, ln2Low), low))), f);
  return subtract(multiply(k, ln2High), rest);
}

/** A logarithm y of x is −∞ at `zero`, NaN below, and x itself where it is not finite. */
function special(y: Term, x: Term, zero: number, ordinary: Term): Term {
  otherwise(ordinary, [y], () => [
    choose(-Infinity, or(choose(y, x, less(x, Infinity)), less(x, zero)), equal(x, zero)),
  ]);
  return y;
}

/** The natural logarithm. */
export function log(x: Value): Term {
  const ordinary = and(less(2 ** (1 - x.of.bias), x), less(x, Infinity));
  const [k, m] = split(x, ordinary);
  return special(logOfParts(k, subtract(m, 1), 0), x, 0, ordinary);
}

/** log(1 + x). */
export function log1p(x: Value): Term {
  const u = add(1, x);
  const [k, m] = splitNormal(u);
  const sum = logOfParts(k, subtract(m, 1), divide(subtract(x, subtract(u, 1)), u));
  // the sign of −0
  return special(or(sum, and(x, -0)), x, -1, and(less(-1, x), less(x, Infinity)));
}
