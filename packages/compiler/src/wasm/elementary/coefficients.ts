import {
  atanCoefficients,
  cosineCoefficients,
  erfCoefficients,
  erfcCoefficients,
  expCoefficients,
  ln2High,
  ln2Low,
  logCoefficients,
  powerCoefficients,
  sineCoefficients,
} from '@chainrule/core/coefficients';
import type { Precision } from '../vectors.ts';

export type Tables = Readonly<
  Record<'exp' | 'log' | 'power' | 'sine' | 'cosine' | 'atan' | 'erf' | 'erfc', readonly number[]>
>;

/** The polynomials of core, whose comments define them. */
export const exactTables: Tables = {
  exp: expCoefficients,
  log: logCoefficients,
  power: powerCoefficients,
  sine: sineCoefficients,
  cosine: cosineCoefficients,
  atan: atanCoefficients,
  erf: erfCoefficients,
  erfc: erfcCoefficients,
};

/** The same for f32: polynomials fitted in the same way with fewer terms, whose errors are below 2^−25 of the result. */
export const shortTables: Tables = {
  ...exactTables,
  exp: [0, -0.00020947, -0.00139186, -0.008332052, -0.041666578, -0.166666699],
  log: [0, 0.2305, 0.285622, 0.4000002],
  sine: [0, 0.00019517, -0.0083321758, 0.166666549],
  cosine: [0, 2.4438e-5, -0.0013887364, 0.0416666468],
  erf: [-0.00061024, 0.00379395, -0.019733979, 0.08510841, -0.2975168868, -0.0056112943],
  erfc: [-0.2276, 0.72405, -1.223473, 1.3770965, -1.09284807, 0.4275835762],
};

/** What differs between numbers of 64 and of 32 bits. */
export interface Format {
  /** Bits of the stored fraction, and the bias of the exponent. */
  readonly fraction: number;
  readonly bias: number;
  /** The bits of √½, as core takes it. */
  readonly root: bigint;
  /** ln 2 and π/2 as sums, of which all but the last times an integer are exact. */
  readonly ln2: readonly [high: number, low: number];
  readonly halfPi: readonly [high: number, middle: number, low: number];
  /** Angles from here on go to the host. */
  readonly large: number;
}

export const formats: Readonly<Record<Precision, Format>> = {
  f64: {
    fraction: 52,
    bias: 1023,
    root: 0x3fe6a09e00000000n,
    ln2: [ln2High, ln2Low],
    halfPi: [1.5707963267941523, 7.443547480480255e-13, 6.36831716351095e-25],
    large: 12000,
  },
  f32: {
    fraction: 23,
    bias: 127,
    root: 0x3f3504f3n,
    ln2: [0.693145751953125, 1.42860682e-6],
    halfPi: [1.570770263671875, 2.6063062250614166e-5, 6.07710051e-11],
    large: 300,
  },
};
