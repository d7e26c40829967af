import {
  abs,
  add,
  addInteger,
  and,
  choose,
  less,
  multiply,
  polynomial,
  shift,
  signed,
  subtract,
  subtractInteger,
  type Term,
  type Value,
} from './arithmetic.ts';
import { lost, quotient, upper } from './doubleDouble.ts';
import { type Reduced, reducePi } from './reducePi.ts';

/** `reducePi`, once for each vector: its code must not be repeated, because it sets what it shares. */
function reduced(x: Value): Reduced {
  const { reductions } = x.of;
  const known = reductions.get(x) ?? reducePi(x);
  reductions.set(x, known);
  return known;
}

/** sin(h + l) as h and the rest, as in core. */
function sine(h: Term, l: Term): [head: Term, tail: Term] {
  const z = multiply(h, h);
  const high = multiply(z, z, polynomial('sine', z));
  const u = upper(h);
  const z1 = upper(z);
  const z2 = add(subtract(multiply(u, u), z1), multiply(subtract(h, u), add(h, u)));
  const low = add(
    multiply(z2, -0.16666666666666666),
    multiply(z1, (h as Value).of.exact ? 1.241763432820638e-9 : 0),
    high,
  );
  const tail = multiply(h, add(multiply(z1, -0.1666666679084301), low));
  return [h, add(tail, multiply(l, subtract(1, multiply(0.48, z))))];
}

/** cos(h + l) as 1 − u²/2 and the rest, as in core. */
function cosine(h: Term, l: Term): [head: Term, tail: Term] {
  const z = multiply(h, h);
  const high = multiply(z, z, polynomial('cosine', z));
  const u = upper(h);
  const b = multiply(-0.5, u, u);
  const head = add(1, b);
  const square = multiply(0.5, subtract(h, u), add(h, u));
  const rest = add(square, multiply(h, l, subtract(1, multiply(0.17, z))));
  return [head, add(lost(1, b, head), subtract(high, rest))];
}

/** All ones where the quadrant is odd. */
const oddMask = (quadrant: Term): Term => subtractInteger(0, and(quadrant, 1n));

function sineOfQuadrant(quadrant: Term, h: Value, l: Term): Term {
  const y = choose(add(...cosine(h, l)), add(...sine(h, l)), oddMask(quadrant));
  return signed(y, shift('left', quadrant, 8 * h.of.v.bytes - 2));
}

/** Where x is so small that it is the result. */
const isTiny = (x: Value): Term => less(abs(x), 7e-9);

/** The sine. */
export const sin = (x: Value): Term => choose(x, sineOfQuadrant(...reduced(x)), isTiny(x));

/** The cosine. */
export function cos(x: Value): Term {
  const [quadrant, h, l] = reduced(x);
  return sineOfQuadrant(addInteger(quadrant, 1n), h, l);
}

/** head + tail as their rounded sum and the rest. */
function normalized([head, tail]: readonly [Term, Term]): [Term, Term] {
  const sum = add(head, tail);
  return [sum, lost(head, tail, sum)];
}

/** The tangent: sin/cos, or −cos/sin in odd quadrants. */
export function tan(x: Value): Term {
  const [quadrant, h, l] = reduced(x);
  const odd = oddMask(quadrant);
  const [s, sLow] = normalized(sine(h, l));
  const [c, cLow] = normalized(cosine(h, l));
  const n = choose(multiply(-1, c), s, odd);
  const nLow = choose(multiply(-1, cLow), sLow, odd);
  return choose(x, add(...quotient(n, nLow, choose(s, c, odd), choose(sLow, cLow, odd))), isTiny(x));
}
