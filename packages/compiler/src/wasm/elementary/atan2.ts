import {
  abs,
  add,
  and,
  andNot,
  choose,
  divide,
  equal,
  greater,
  less,
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
import { quotientTail } from './doubleDouble.ts';

/** Bounds of sizes, powers of two against over- and underflow beyond them, and what 0.785… lacks of π/4. */
const numbers = {
  f64: [1e298, 7.888609052210118e-31, 1e-271, 1.6069380442589903e60, 3.061616997868383e-17],
  f32: [1e38, 0.25, 1e-30, 16777216, -2.18556941e-8],
} as const;

/** The angle of the point (x, y). */
export function atan2(y: Value, x: Value): Term {
  const { exact, v: vectors } = x.of;
  const [large, shrink, tiny, grow, quarterLow] = numbers[vectors.precision];
  const size = greater(abs(y), abs(x));
  const infinite = equal(size, Infinity);
  const u = choose(and(1, equal(abs(y), size)), abs(y), infinite);
  const v = choose(1, choose(and(1, equal(abs(x), size)), abs(x), infinite), equal(size, 0));
  const factor = choose(shrink, greater(and(grow, less(size, tiny)), 1), less(large, size));
  const swap = less(v, u);
  const big = multiply(choose(u, v, swap), factor);
  const small = multiply(choose(v, u, swap), factor);
  const middle = less(multiply(0.41421356237309503, big), small);
  const n = choose(subtract(small, big), small, middle);
  const d = choose(add(big, small), big, middle);
  const w = divide(n, d);
  let wLow: Term = 0;
  if (exact) {
    const nLow = and(middle, subtract(small, add(n, big)));
    const dLow = and(middle, add(subtract(big, d), small));
    wLow = andNot(quotientTail(n, nLow, d, dLow, w, divide(1, d)), less(abs(w), 1e-9));
  }
  const z = multiply(w, w);
  const tail = add(multiply(w, z, polynomial('atan', z)), subtract(wLow, multiply(z, wLow)));
  // the angle is octants·π/4 ± (w + tail)
  const left = less(signed(1, x), 0);
  const upright = and(1, middle);
  const right = choose(subtract(2, upright), upright, swap);
  const octants = choose(subtract(4, right), right, left);
  const sign = xor(swap, left);
  const base = multiply(octants, 0.7853981633974483);
  const sw = signed(w, sign);
  const sum = add(base, sw);
  const low = add(multiply(octants, quarterLow), signed(tail, sign));
  const total = add(abs(y), abs(x));
  return or(signed(add(sum, add(subtract(base, sum), sw, low)), y), notEqual(total, total));
}
