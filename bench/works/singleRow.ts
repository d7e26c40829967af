import { type Node, randomGenerator } from '@chainrule/core';
import { predictContender } from '../contenders/chainrule.ts';
import { networkOutputs } from './network.ts';
import type { Work } from './work.ts';

/** Rows that take turns, so that no answer can be remembered. */
const rows = 256;

/** The outputs of a relu network for one row after the other, through the function that `compile` gives. */
export function singleRow(widths: readonly number[], nanoseconds: number): Work {
  const { uniform } = randomGenerator(8);
  const data = Array.from({ length: rows }, () => ({
    feature: Float64Array.from({ length: widths[0] as number }, () => uniform(-1, 1)),
  }));
  const outputs = (): readonly Node[] => networkOutputs({ widths, activation: 'relu' });
  const engines = ['interpreter', 'Chainrule javascript', 'Chainrule auto'] as const;
  return {
    name: `${widths.join('-')} relu, prediction of one row`,
    timed: 'a call of the compiled function with one row',
    unit: 'row',
    perStep: 1,
    checkSteps: rows,
    verdict: (result) => result,
    tolerance: { f64: 1e-12, f32: 1e-5 },
    entries: engines.map((name) => ({ name, make: () => predictContender(name, outputs(), data) })),
    bars: [{ of: 'Chainrule javascript', nanoseconds }],
  };
}
