import type { Bundle, Vector, Vectors } from '../vectors.ts';

function convert({ f, keep }: Vectors, code: number, x: Vector): Vector {
  f.get(x);
  f.simd(code);
  return keep();
}

/** Four f32 as two vectors of two f64. */
export const split = (v: Vectors, x: Bundle): [low: Bundle, high: Bundle] => [
  x.map((its) => convert(v, 0x5f, its)),
  x.map((its) => convert(v, 0x5f, v.shuffle(its, its, [1, 1]))),
];

/** Two vectors of two f64 as four f32, rounded. */
export const join = (v: Vectors, low: Vector, high: Vector): Vector =>
  v.shuffle(convert(v, 0x5e, low), convert(v, 0x5e, high), [0, 2]);
