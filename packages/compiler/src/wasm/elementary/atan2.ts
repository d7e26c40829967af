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

/** The angle of the point (x, y). Sizes beyond bounds are multiplied by a power of two against over- and underflow. */
export function atan2(y: Value, x: Value): Term {
  const size = greater(abs(y), abs(x));
  const infinite = equal(size, Infinity);
  const u = choose(and(1, equal(abs(y), size)), abs(y), infinite);
  const v = choose(1, choose(and(1, equal(abs(x), size)), abs(x), infinite), equal(size, 0));
  const factor = choose(2 ** -100, greater(and(2 ** 200, less(size, 1e-271)), 1), less(1e298, size));
  const swap = less(v, u);
  const big = multiply(choose(u, v, swap), factor);
  const small = multiply(choose(v, u, swap), factor);
  const middle = less(multiply(0.41421356237309503, big), small);
  const n = choose(subtract(small, big), small, middle);
  const d = choose(add(big, small), big, middle);
  const w = divide(n, d);
  const nLow = and(middle, subtract(small, add(n, big)));
  const dLow = and(middle, add(subtract(big, d), small));
  const wLow = andNot(quotientTail(n, nLow, d, dLow, w, divide(1, d)), less(abs(w), 1e-9));
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
  // what 0.785… lacks of π/4
  const low = add(multiply(octants, 3.061616997868383e-17), signed(tail, sign));
  const total = add(abs(y), abs(x));
  return or(signed(add(sum, add(subtract(base, sum), sw, low)), y), notEqual(total, total));
}
