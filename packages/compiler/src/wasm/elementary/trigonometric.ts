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

/** A result with the host's in the lanes of large angles, by code that rarely runs; once for each vector. */
const patched = (name: Wave, x: Value, compute: (x: Value) => Term): Term =>
  shared(name, x, () => {
    const { of, locals } = x;
    const { host, v } = of;
    const result = compute(x) as Value;
    otherwise(less(abs(x), of.large), [result], () => {
      const others = locals.map((local) => {
        v.f.get(local);
        v.f.call(host(name, v));
        return v.keep();
      });
      return [{ of, locals: others }];
    });
    return [result];
  })[0] as Value;

/** What several functions of a vector have in common, made by the first of them. */
const shared = (name: string, { of, locals }: Value, make: () => readonly Term[]): readonly Term[] =>
  once(of.known, name + locals, make);

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

/** Sine and cosine: those of h − l, which change places in odd quadrants, with the signs of the quadrant. */
const waves = (x: Value): readonly Term[] =>
  shared('waves', x, () => {
    const [quadrant, h, l] = reducePi(x);
    const c = add(...cosine(h, l));
    const s = subtract(h, sineTail(h, l));
    const change = xor(and(xor(s, c), oddMask(quadrant)), oddSign(shift('right', quadrant, 1)));
    return [xor(s, change), xor(c, xor(change, oddSign(quadrant)))];
  });

/** The sine. */
export const sin = (x: Value): Term => patched('sin', x, () => waves(x)[0] as Term);

/** The cosine. */
export const cos = (x: Value): Term => patched('cos', x, () => waves(x)[1] as Term);

/** The tangent. */
export const tan = (x: Value): Term => patched('tan', x, tangent);

/** sin/cos, or −cos/sin in odd quadrants. */
function tangent(x: Value): Term {
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
  const y = add(...quotient(n, nLow, choose(s, c, odd), choose(sLow, cLow, odd)));
  return choose(x, y, less(abs(x), 7e-9));
}
