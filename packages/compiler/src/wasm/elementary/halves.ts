import type { Bundle, Vector, Vectors } from '../vectors.ts';
import { type Arithmetic, given, shared, type Value } from './arithmetic.ts';

function convert({ f, keep }: Vectors, code: number, x: Vector): Vector {
  f.get(x);
  f.simd(code);
  return keep();
}

/** Four f32 as two vectors of two f64. */
export const split = (of: Arithmetic, locals: Bundle): [Value, Value] => [
  shared('low', [given(of, locals)], (v, x) => convert(v, 0x5f, x)),
  shared('high', [given(of, locals)], (v, x) => convert(v, 0x5f, v.shuffle(x, x, [1, 1]))),
];

/** Two vectors of two f64 as four f32, rounded. */
export const join = (v: Vectors, low: Vector, high: Vector): Vector =>
  v.shuffle(convert(v, 0x5e, low), convert(v, 0x5e, high), [0, 2]);
