import { elementary } from '@chainrule/core';
import type { PrintableOptimizer } from './optimizer.ts';

/** How a number that an optimizer computes anew at each step can be printed. */
export type Scalar =
  | { readonly kind: 'constant'; readonly value: number }
  /** 1 / (1 − betaᵗ), t = step + 1: what frees Adam's running means of the zeros they start from. */
  | { readonly kind: 'unbiased'; readonly beta: number };

const steps = [0, 1, 2, 3, 5, 10, 31, 100, 999, 12_345, 1e6, 1e9];

/** The form of a function of the step, found by asking it; undefined if it is another one, such as a schedule. */
export function scalarOf(value: (step: number) => number, optimizer: PrintableOptimizer): Scalar | undefined {
  const first = value(0);
  if (steps.every((step) => Object.is(value(step), first))) return { kind: 'constant', value: first };
  const beta = numbersOf(optimizer).find((each) =>
    steps.every((step) => value(step) === 1 / (1 - elementary.power(each, step + 1))),
  );
  return beta === undefined ? undefined : { kind: 'unbiased', beta };
}

/** The numbers among the options of an optimizer and its parts, and the default decays of Adam. */
function numbersOf({ options, parts }: Omit<PrintableOptimizer, 'rule'>): number[] {
  const own = Object.values(options).filter((value) => typeof value === 'number');
  return [...own, ...parts.flatMap(numbersOf)];
}
