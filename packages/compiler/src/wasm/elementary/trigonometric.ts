import { once } from '../once.ts';
import {
  abs,
  add,
  and,
  choose,
  less,
  lessInteger,
  multiply,
  otherwise,
  polynomial,
  shift,
  subtract,
  type Term,
  type Value,
  xor,
} from './arithmetic.ts';
import { lost, productTail, quotient } from './doubleDouble.ts';
import type { Wave } from './hostFunction.ts';
import { reducePi } from './reducePi.ts';

/** Puts the host's results in the lanes of large angles, by code that rarely runs; where the host has none, they are not asked for. */
function patch(x: Value, results: Readonly<Partial<Record<Wave, Term>>>): void {
  const { of, locals } = x;
  const { f, keep } = of.v;
  otherwise(less(abs(x), of.large), Object.values(results), () =>
    Object.entries(results).map(([name, result]) => {
      const host = of.host(name as Wave, of.v);
      if (host === undefined) return result;
      const others = locals.map((local) => {
        f.get(local);
        f.call(host);
        return keep();
      });
      return { of, locals: others };
    }),
  );
}

/** cos(h − l) as 1 − h²/2 and the rest, as in core. */
function cosine(h: Term, l: Term): [head: Term, tail: Term] {
  const z = multiply(h, h);
  const b = multiply(-0.5, z);
  const head = add(1, b);
  return [head, add(lost(1, b, head), add(multiply(z, z, polynomial('cosine', z)), multiply(h, l)))];
}

/** h − sin(h − l), as in core. */
function sineTail(h: Term, l: Term): Term {
  const z = multiply(h, h);
  // at least + 0, for the sign of −0
  const low = multiply(l, add(1, multiply(-0.5, z))) || 0n;
  return add(multiply(h, multiply(z, polynomial('sine', z))), low);
}

/** −0 where the quadrant is odd, else 0. */
const oddSign = (quadrant: Term): Term => shift('left', quadrant, 8 * (quadrant as Value).of.v.bytes - 1);

/** All ones where the quadrant is odd. */
const oddMask = (quadrant: Term): Term => lessInteger(oddSign(quadrant), 0);

/**
 * Sine and cosine, once for each vector: those of h − l, which change places in odd quadrants, with the signs of the
 * quadrant.
 */
const waves = (x: Value): Record<'sin' | 'cos', Term> =>
  once(x.of.known, `${x.locals}`, () => {
    const [quadrant, h, l] = reducePi(x);
    const c = add(...cosine(h, l));
    const s = subtract(h, sineTail(h, l));
    const change = xor(and(xor(s, c), oddMask(quadrant)), oddSign(shift('right', quadrant, 1)));
    const results = { sin: xor(s, change), cos: xor(c, xor(change, oddSign(quadrant))) };
    patch(x, results);
    return results;
  });

/** The sine. */
export const sin = (x: Value): Term => waves(x).sin;

/** The cosine. */
export const cos = (x: Value): Term => waves(x).cos;

/** The tangent: sin/cos, or −cos/sin in odd quadrants. */
export function tan(x: Value): Term {
  const [quadrant, h, l] = reducePi(x);
  const odd = oddMask(quadrant);
  const st = sineTail(h, l);
  const s = subtract(h, st);
  const sLow = subtract(subtract(h, s), st);
  const [head, tail] = cosine(h, l);
  const ct = subtract(tail, multiply(0.5, productTail(h, h, multiply(h, h))));
  const c = add(head, ct);
  const cLow = lost(head, ct, c);
  const n = choose(multiply(-1, c), s, odd);
  const nLow = choose(multiply(-1, cLow), sLow, odd);
  const q = add(...quotient(n, nLow, choose(s, c, odd), choose(sLow, cLow, odd)));
  const y = choose(x, q, less(abs(x), 7e-9));
  patch(x, { tan: y });
  return y;
}
