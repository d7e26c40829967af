import type { Primitive } from '@chainrule/core';
import { type FunctionWriter, type HostFunctions, type ModuleWriter, type } from '../encoder.ts';
import { once } from '../once.ts';
import type { Vectors } from '../vectors.ts';

/** The functions that the host computes where their arguments are large: which is seldom, and a lot of code. */
const names = ['sin', 'cos', 'tan'] as const;

export type Wave = (typeof names)[number];

/** A function of a module that applies core's function of this name to each lane, if the host has that. */
export type HostFunction = (name: Wave, v: Vectors) => FunctionWriter | undefined;

/** Those of the primitives that a module gets from the host. */
export const fromHost = (primitives: readonly Primitive[]): HostFunctions =>
  Object.fromEntries(
    primitives.flatMap(({ name, value }) =>
      names.includes(name as Wave) ? [[name, value as (x: number) => number]] : [],
    ),
  );

/** Makes such functions when they are first needed. */
export function hostFunctions(module: ModuleWriter): HostFunction {
  const made = new Map<string, FunctionWriter>();
  return (name, { lanes }) =>
    name in module.host
      ? once(made, name + lanes, () =>
          module.function([type.v128], [type.v128], (f) => {
            f.get(0);
            for (let lane = 0; lane < lanes; lane++) {
              f.get(0);
              f.simd(lanes === 2 ? 0x21 : 0x1f, lane); // extract_lane
              if (lanes === 4) f.op(0xbb); // f64.promote_f32
              f.call(module.hosted(name));
              if (lanes === 4) f.op(0xb6); // f32.demote_f64
              f.simd(lanes === 2 ? 0x22 : 0x20, lane); // replace_lane
            }
          }),
        )
      : undefined;
}
