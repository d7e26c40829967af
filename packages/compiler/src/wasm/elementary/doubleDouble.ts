import { add, divide, multiply, subtract, type Term, type Value } from './arithmetic.ts';

const isExact = (a: Term): boolean => typeof a === 'number' || (a as Value).of.exact;

/** The upper half of the bits, as in core; where corrections are left out, all of them. */
export function upper(a: Term): Term {
  if (!isExact(a)) return a;
  const c = multiply(134217729, a);
  return subtract(c, subtract(c, a));
}

/** What the sum of a and b lacks: a − sum + b. */
export const lost = (a: Term, b: Term, sum: Term): Term => (isExact(sum) ? add(subtract(a, sum), b) : 0);

/** a·b − p, as in core. */
export function productTail(a: Term, b: Term, p: Term): Term {
  const a1 = upper(a);
  const a2 = subtract(a, a1);
  const b1 = upper(b);
  const b2 = subtract(b, b1);
  return add(subtract(multiply(a1, b1), p), multiply(a1, b2), multiply(a2, b1), multiply(a2, b2));
}

/** The correction of a quotient, as in core. */
export function quotientTail(n: Term, nLow: Term, d: Term, dLow: Term, q: Term, inverse: Term): Term {
  const p = multiply(q, d);
  const rest = add(subtract(subtract(n, p), productTail(q, d, p)), subtract(nLow, multiply(q, dLow)));
  return multiply(rest, inverse);
}

/** (n + nLow)/(d + dLow) as a quotient and its correction. */
export function quotient(n: Term, nLow: Term, d: Term, dLow: Term): [q: Term, tail: Term] {
  const inverse = divide(1, d);
  const q = multiply(n, inverse);
  return [q, quotientTail(n, nLow, d, dLow, q, inverse)];
}
