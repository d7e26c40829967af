import { twoOverPi } from '@chainrule/core/coefficients';
import { type FunctionWriter, type ModuleWriter, type } from '../encoder.ts';
import { vectors } from '../vectors.ts';
import {
  abs,
  add,
  arithmetic,
  divide,
  floor,
  given,
  localsOf,
  multiply,
  shift,
  signed,
  subtract,
  type Term,
} from './arithmetic.ts';
import { productTail } from './doubleDouble.ts';
import { split } from './logarithm.ts';

/** What the host has to write into memory for `reduceHuge`: the digits of 2/π, 416 bytes. */
export const digits = (): Float64Array<ArrayBuffer> => Float64Array.from(twoOverPi);

/**
 * Adds core's function of this name to a module: from two f64, 32 or more in size, NaN or ±Infinity, to
 * (quadrant, h, l), see `Reduced`. The digits of 2/π lie at `address`.
 */
export function reduceHuge(module: ModuleWriter, address: number): FunctionWriter {
  return module.function([type.v128], [type.v128, type.v128, type.v128], (f) => write(f, address));
}

function write(f: FunctionWriter, address: number): void {
  const v = vectors(f, 'f64');
  const of = arithmetic(v, true, (large) => [large]);
  const { rounder, bias, fraction } = of;
  const x = given(of, [0]);
  const size = abs(x);
  const [exponent] = split(size);
  const places = floor(divide(subtract(exponent, 5), 24));
  const scaled = multiply(size, shift('left', add(multiply(places, -24), rounder + bias), fraction));
  const m0 = floor(scaled);
  const z1 = multiply(subtract(scaled, m0), 16777216);
  const m1 = floor(z1);
  const m2 = multiply(subtract(z1, m1), 16777216);

  const offsets = [0, 2].map((word) => {
    const offset = f.local(type.i32);
    f.get(...localsOf(of, add(places, rounder)));
    f.simd(0x1b, word); // the low half of a lane
    f.i32(3);
    f.op(0x74);
    f.set(offset);
    return offset;
  }) as [number, number];
  const digit = Array.from({ length: 10 }, (_, n) => {
    f.get(offsets[1]);
    f.get(offsets[0]);
    f.simdMemory(0x5d, address + 8 * n);
    f.simdMemory(0x57, address + 8 * n, 1);
    return given(of, [v.keep()]);
  });

  let h: Term = 0;
  let l: Term = 0;
  let k: Term = 0;
  for (let n = 0; n < 8; n++) {
    const [d0, d1, d2] = digit.slice(n, n + 3) as Term[] as [Term, Term, Term];
    const column = multiply(add(multiply(m0, d2), multiply(m1, d1), multiply(m2, d0)), 2 ** (-24 * n));
    const t = subtract(column, multiply(4, floor(multiply(column, 0.25))));
    const sum = add(h, t);
    const b = subtract(sum, h);
    l = add(l, add(subtract(h, subtract(sum, b)), subtract(t, b)));
    h = sum;
    if (n === 2) {
      k = subtract(add(h, rounder), rounder);
      h = subtract(h, k);
    }
  }
  const rest = add(h, l);
  l = add(subtract(h, rest), l);
  const y = multiply(rest, 1.5707963267948966);
  const e = add(
    productTail(rest, 1.5707963267948966, y),
    add(multiply(rest, 6.123233995736766e-17), multiply(l, 1.5707963267948966)),
  );
  const s = add(y, e);
  for (const result of [add(signed(k, x), rounder), signed(s, x), signed(subtract(subtract(s, y), e), x)])
    f.get(...localsOf(of, result));
}
