import type { ModuleWriter } from '../encoder.ts';
import { once } from '../once.ts';
import type { Elementary } from '../primitives.ts';
import { type Bundle, eachOf, type Pool, type Precision, type Vector, type Vectors, vectors } from '../vectors.ts';
import { type Arithmetic, arithmetic, localsOf, type Term, type Value } from './arithmetic.ts';
import { atan2 } from './atan2.ts';
import { erf } from './erf.ts';
import { exp, expm1, tanh } from './exponential.ts';
import { join, split } from './halves.ts';
import { type HostFunction, hostFunctions } from './hostFunction.ts';
import { log, log1p } from './logarithm.ts';
import { power } from './power.ts';
import { cos, sin, tan } from './trigonometric.ts';

/** What elementary functions have in common in a module. */
export interface Helpers {
  readonly host: HostFunction;
  /** Where their constants are. */
  readonly pool: Pool;
  /** Magnitudes below it are kept as 0; so is eˣ at once. */
  readonly least: number | undefined;
}

/** Vectors that go through a function at a time: as many as overlap well, yet not more than stay in registers. */
const side = 4;

/** Makes helpers for a module; `keep` gives numbers an address. */
export function helpers(module: ModuleWriter, keep: (values: Int32Array) => number, least?: number): Helpers {
  const places = new Map<string, number>();
  return {
    host: hostFunctions(module),
    pool: (vector) => once(places, `${vector}`, () => keep(vector)),
    least,
  };
}

/**
 * The elementary functions, inlined where they are called.
 *
 * f64: the bits of core's scalar functions. f32: at most 2 ulp off; denormals, NaN, ±0 and ±Infinity as in f64; tan, atan2 and
 * power by way of f64. Large angles go to functions of the host.
 *
 * Sine and cosine of the same vector are computed at once, by the first that is called, so that a vector given here must not
 * change, and code that only sometimes runs needs functions of its own.
 */
export function elementary({ f, precision }: Pick<Vectors, 'f' | 'precision'>, all: Helpers): Elementary {
  const exact = precision === 'f64';
  const known = new Map<Precision, Arithmetic>(); // made when they are first needed: most code calls no function
  const arithmeticIn = (its: Precision): Arithmetic =>
    once(known, its, () => arithmetic(vectors(f, its, all.pool), exact, all));
  const inline =
    (write: (...args: Value[]) => Term, format = precision) =>
    (...args: Bundle[]): Bundle => {
      const its = arithmeticIn(format);
      const results: Vector[] = [];
      for (let i = 0; args.some(({ length }) => i < length); i += side) {
        const parts = args.map((x) => ({ of: its, locals: x.length > 1 ? x.slice(i, i + side) : x }));
        results.push(...localsOf(its, write(...parts)));
      }
      return results;
    };
  const inHalves = (write: (...args: Value[]) => Term) => {
    const inline64 = inline(write, 'f64');
    return exact
      ? inline64
      : (...args: Bundle[]): Bundle => {
          const halves = args.map((x) => split(arithmeticIn('f64').v, x));
          const [low, high] = [0, 1].map((i) => inline64(...halves.map((half) => half[i] as Bundle)));
          return eachOf([low as Bundle, high as Bundle], (a, b) => join(arithmeticIn(precision).v, a, b));
        };
  };
  return {
    exp: inline(exp),
    expm1: inline(expm1),
    log: inline(log),
    log1p: inline(log1p),
    sin: inline(sin),
    cos: inline(cos),
    tan: inHalves(tan),
    atan2: inHalves(atan2),
    tanh: inline(tanh),
    erf: inline(erf),
    power: inHalves(power),
  };
}
