import { elementary, type Helpers } from './elementary/index.ts';
import { type FunctionWriter, type ModuleWriter, type } from './encoder.ts';
import { once } from './once.ts';
import type { Elementary } from './primitives.ts';
import { type Bundle, eachOf, type Precision, type Vector, type Vectors, vectors } from './vectors.ts';

/** Functions that come from one call. */
const waves: readonly string[] = ['sin', 'cos'];

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
  const vector = [type.v128, type.v128];
  const functionOf = (names: readonly string[], arity: number): FunctionWriter =>
    once(made, `${names}`, () =>
      module.function(vector.slice(0, arity), vector.slice(0, names.length), (f) => {
        const its = elementary(vectors(f, precision), helpers);
        f.get(...names.flatMap((name) => (its[name as keyof Elementary] as (...args: Bundle[]) => Bundle)([0], [1])));
      }),
    );
  return (v, inlined) => {
    const results = new Map<string, readonly Vector[]>();
    const called = Object.keys(inlined).map((name) => {
      const names = waves.includes(name) ? waves : [name];
      const call = (...args: Vector[]): Vector =>
        once(results, `${names} ${args}`, () => {
          v.f.get(...args);
          v.f.call(functionOf(names, args.length));
          return names.map(v.keep).reverse();
        })[names.indexOf(name)] as Vector;
      return [name, (...args: Bundle[]) => eachOf(args, call)];
    });
    return Object.fromEntries(called);
  };
}
