import { elementary, type Helpers } from './elementary/index.ts';
import { type FunctionWriter, type ModuleWriter, type } from './encoder.ts';
import type { Elementary } from './primitives.ts';
import { type Bundle, eachOf, type Precision, type Vector, type Vectors, vectors } from './vectors.ts';

/**
 * Elementary functions as functions of the module, made when they are first called: for blocks that have too many of them to
 * inline. Sine and cosine of one number come from one call.
 */
export function sharedFunctions(
  module: ModuleWriter,
  precision: Precision,
  helpers: Helpers,
): (v: Vectors, inlined: Elementary) => Elementary {
  const made = new Map<string, FunctionWriter>();
  const functionOf = (names: readonly (keyof Elementary)[], arity: number): FunctionWriter => {
    const key = names.join();
    const vector = [type.v128, type.v128];
    const found =
      made.get(key) ??
      module.function(vector.slice(0, arity), vector.slice(0, names.length), (f) => {
        const its = elementary(vectors(f, precision), helpers);
        f.get(...names.flatMap((name) => (its[name] as (...args: Bundle[]) => Bundle)([0], [1])));
      });
    made.set(key, found);
    return found;
  };
  return (v, inlined) => {
    const waves = new Map<Vector, { readonly sin: Vector; readonly cos: Vector }>();
    const wave = (x: Vector): { readonly sin: Vector; readonly cos: Vector } => {
      const found = waves.get(x);
      if (found !== undefined) return found;
      v.f.get(x);
      v.f.call(functionOf(['sin', 'cos'], 1));
      const cos = v.keep();
      const both = { sin: v.keep(), cos };
      waves.set(x, both);
      return both;
    };
    const called = Object.fromEntries(
      Object.entries(inlined).map(([name]) => [
        name,
        (...args: Bundle[]) =>
          eachOf(args, (...vectors) => {
            v.f.get(...vectors);
            v.f.call(functionOf([name as keyof Elementary], args.length));
            return v.keep();
          }),
      ]),
    );
    return {
      ...called,
      sin: (x: Bundle) => x.map((its) => wave(its).sin),
      cos: (x: Bundle) => x.map((its) => wave(its).cos),
    } as unknown as Elementary;
  };
}
