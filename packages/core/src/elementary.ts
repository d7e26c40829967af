import { atan2, cos, erf, exp, expm1, log, log1p, power, sin, tan, tanh } from './elementary/index.ts';

type Unary = (x: number) => number;
type Binary = (a: number, b: number) => number;

/** The elementary functions for plain numbers, the same to the last bit on every machine: `elementary.exp(1)`. */
export const elementary: {
  readonly exp: Unary;
  readonly expm1: Unary;
  readonly log: Unary;
  readonly log1p: Unary;
  readonly sin: Unary;
  readonly cos: Unary;
  readonly tan: Unary;
  /** The angle of the point (b, a). */
  readonly atan2: Binary;
  readonly tanh: Unary;
  readonly erf: Unary;
  readonly power: Binary;
} = { exp, expm1, log, log1p, sin, cos, tan, atan2, tanh, erf, power };
