import { gradient, lower, type Node, type Parameter } from '@chainrule/core';
import { cContender } from '../contenders/c.ts';
import { type EngineName, machineContender } from '../contenders/chainrule.ts';
import type { Bar, Work } from './work.ts';

/** An expression whose gradient is wanted over and over, without its value. */
export interface GradientWork {
  readonly name: string;
  readonly of: Node;
  readonly parameters: readonly Parameter[];
  readonly columns: readonly Float64Array[];
  readonly count: number;
  readonly engines: readonly EngineName[];
  /** C programs in bench/c by the names of their lines. */
  readonly programs: Readonly<Record<string, string>>;
  readonly bars: readonly Bar[];
}

export function gradientWork({ name, of, parameters, columns, count, engines, programs, bars }: GradientWork): Work {
  const lowered = lower(gradient(of, parameters) as Node[]);
  const initial = parameters.map(({ value }) => value);
  return {
    name,
    timed: 'the gradient without the value, at the same parameters again',
    unit: 'gradient',
    perStep: 1,
    checkSteps: 1,
    verdict: (result) => result,
    tolerance: { f64: 1e-9, f32: 1e-4 },
    entries: [
      ...(['interpreter', ...engines] as const).map((engine) => ({
        name: engine,
        make: () => machineContender(engine, lowered, columns, count),
      })),
      ...Object.entries(programs).map(([its, file]) => ({
        name: its,
        make: () => cContender(its, { file, precision: 'f64', numbers: [initial, ...columns] }),
      })),
    ],
    bars,
  };
}
