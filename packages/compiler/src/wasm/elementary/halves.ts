import type { Vector, Vectors } from '../vectors.ts';
import { type Arithmetic, shared, type Value } from './arithmetic.ts';

function convert({ f, keep }: Vectors, code: number, x: Vector): Vector {
  f.get(x);
  f.simd(code);
  return keep();
}

/** Four f32 as two vectors of two f64. */
export const split = (of: Arithmetic, x: Vector): [Value, Value] => [
  shared(of, `low${x}`, () => convert(of.v, 0x5f, x)),
  shared(of, `high${x}`, () => convert(of.v, 0x5f, of.v.shuffle(x, x, [1, 1]))),
];

/** Two vectors of two f64 as four f32, rounded. */
export const join = (v: Vectors, low: Vector, high: Vector): Vector =>
  v.shuffle(convert(v, 0x5e, low), convert(v, 0x5e, high), [0, 2]);
