import type { FunctionWriter, ModuleWriter } from '../encoder.ts';
import type { Elementary } from '../primitives.ts';
import { type Bundle, eachOf, type Pool, type Vector, type Vectors, vectors } from '../vectors.ts';
import { type Arithmetic, arithmetic, given, inParts, localsOf, type Term, type Value } from './arithmetic.ts';
import { atan2 } from './atan2.ts';
import { erf } from './erf.ts';
import { exp, expm1, tanh } from './exponential.ts';
import { join, split } from './halves.ts';
import { log, log1p } from './logarithm.ts';
import { power } from './power.ts';
import { digits, reduceHuge as makeReduceHuge } from './reduceHuge.ts';
import { callReduceHuge, type Reduced, reducePi } from './reducePi.ts';
import { cos, sin, tan } from './trigonometric.ts';

/** What elementary functions have in common in a module. */
export interface Helpers {
  reduceHuge(): FunctionWriter;
  /** Where their constants are. */
  readonly pool: Pool;
}

/** Makes helpers when they are first needed; `keep` gives numbers an address. */
export function helpers(module: ModuleWriter, keep: (values: Int32Array) => number): Helpers {
  let made: FunctionWriter | undefined;
  const places = new Map<string, number>();
  return {
    reduceHuge: () => {
      made ??= makeReduceHuge(module, keep(new Int32Array(digits().buffer)));
      return made;
    },
    pool: (vector) => {
      const place = places.get(`${vector}`) ?? keep(vector);
      places.set(`${vector}`, place);
      return place;
    },
  };
}

/**
 * The elementary functions, inlined where they are called.
 *
 * f64: the bits of core's scalar functions. f32: at most 2 ulp off; denormals, NaN, ±0 and ±Infinity as in f64; tan and power by
 * way of f64, as are sin and cos from 300 on.
 *
 * What several calls have in common is computed once, at the first of them (sin and cos of the same vector share nearly all), so
 * that a vector given here must not change, and code that only sometimes runs needs functions of its own.
 */
export function elementary(
  { f, precision }: Pick<Vectors, 'f' | 'precision'>,
  { reduceHuge, pool }: Helpers,
): Elementary {
  const v = vectors(f, precision, pool);
  const exact = v.lanes === 2;
  const wide = (): Arithmetic =>
    arithmetic(exact ? v : vectors(f, 'f64', pool), exact, (x) => callReduceHuge(f, reduceHuge(), x));
  const of64 = wide();
  const of = exact
    ? of64
    : arithmetic(v, exact, (x) => {
        // of its own, because what it shares is computed only when this runs
        const [[k1, h1], [k2, h2]] = split(wide(), [x]).map(reducePi) as [Reduced, Reduced];
        const [k] = eachOf([k1.locals, k2.locals], (a, b) => v.shuffle(a, b, [0, 2, 4, 6]));
        const [h] = eachOf([h1.locals, h2.locals], (a, b) => join(v, a, b));
        return [k, h] as Vector[];
      });
  const partwise =
    (write: (...args: Value[]) => Term) =>
    (...args: Value[]): Term =>
      inParts(args, (...its) => [write(...(its as Value[]))])[0] as Term;
  const inline =
    (write: (...args: Value[]) => Term) =>
    (...args: Bundle[]): Bundle =>
      localsOf(of, write(...args.map((x) => given(of, x))));
  const inHalves = (write: (...args: Value[]) => Term) =>
    exact
      ? inline(write)
      : (...args: Bundle[]): Bundle => {
          const halves = args.map((x) => split(of64, x));
          const results = [0, 1].map((i) => localsOf(of64, write(...halves.map((half) => half[i] as Value))));
          return eachOf(results, (low, high) => join(v, low, high));
        };
  return {
    exp: inline(exp),
    expm1: inline(expm1),
    log: inline(log),
    log1p: inline(log1p),
    sin: inline(sin),
    cos: inline(cos),
    tan: inHalves(tan),
    atan2: inline(partwise(atan2)),
    tanh: inline(partwise(tanh)),
    erf: inline(partwise(erf)),
    power: inHalves(partwise(power)),
  };
}
