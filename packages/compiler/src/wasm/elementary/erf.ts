import {
  abs,
  add,
  choose,
  divide,
  less,
  lesser,
  multiply,
  polynomial,
  signed,
  subtract,
  type Term,
  type Value,
} from './arithmetic.ts';
import { upper } from './doubleDouble.ts';
import { expOfSum } from './exponential.ts';

/** The error function, both sides of its branch at 0.9 being computed. */
export function erf(x: Value): Term {
  const size = abs(x);
  const near = add(x, multiply(x, polynomial('erf', subtract(multiply(x, x), 0.4))));
  const c = lesser(size, 6);
  const u = upper(c);
  const decay = expOfSum(multiply(-1, u, u), multiply(subtract(u, c), add(u, c)));
  const far = subtract(1, multiply(decay, polynomial('erfc', divide(subtract(c, 1), add(c, 3)))));
  return choose(near, signed(far, x), less(size, 0.9));
}
