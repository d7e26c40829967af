import { type EngineOptions, largestGradient } from '@chainrule/compiler';
import type { Parameter } from '@chainrule/core';
import { diagnose } from './diagnose.ts';
import type { Objective } from './objective.ts';
import { listsOf, type Optimizer, type OptimizerState } from './optimizers/transform.ts';

/** The samples of a step, and which step it is: steps and epochs before it. */
export interface StepPlace {
  readonly rows: Int32Array;
  readonly count: number;
  readonly epoch: number;
  readonly step: number;
}

/** One step in its parts, on lists in JavaScript: what compiled steps are equal to, and what says why one cannot be made. */
export interface PlainStep {
  /** The loss at the parameters' values, finite or not. */
  loss(place: StepPlace): number;
  /** @throws NonFiniteError always, saying why. */
  fail(what: string, place: StepPlace, kept?: string): never;
  /**
   * The largest partial derivative, by magnitude, after `loss`.
   * @throws NonFiniteError if one is not finite, or huge.
   */
  steepest(place: StepPlace): number;
  /**
   * The parameters after the step; `memory` is updated in place.
   * @throws NonFiniteError if one of them is not finite; the memory is as it was then.
   */
  next(values: Float64Array, memory: OptimizerState, place: StepPlace): Float64Array;
}

export function plainStep(
  objective: Objective,
  columns: readonly Float64Array[],
  optimizer: Optimizer,
  precision: EngineOptions['precision'] = 'f64',
): PlainStep {
  const { goal, gradient } = objective;
  const remembered: Float64Array[] = []; // the memory before the update
  const fail = (what: string, place: StepPlace, kept = 'The parameters keep their values.'): never => {
    throw diagnose(what, kept, objective, { columns, ...place }, place);
  };
  return {
    loss: ({ rows, count }) => objective.run(columns, count, rows),
    fail,
    steepest: (place) => {
      let steepest = 0;
      for (let k = 0; k < gradient.length; k++) {
        const size = Math.abs(gradient[k] as number);
        if (!(size < largestGradient[precision]))
          fail(`The gradient for ${nameOf(goal.parameters, k)} is ${gradient[k]}`, place);
        if (size > steepest) steepest = size;
      }
      return steepest;
    },
    next: (values, memory, place) => {
      const lists = listsOf(memory);
      lists.forEach((list, i) => {
        remembered[i] ??= new Float64Array(list.length);
        remembered[i].set(list);
      });
      optimizer.update(gradient, memory, values, place.step);
      for (let k = 0; k < values.length; k++) {
        gradient[k] = (values[k] as number) + (gradient[k] as number);
        if (Number.isFinite(gradient[k])) continue;
        lists.forEach((list, i) => list.set(remembered[i] as Float64Array));
        fail(`The step would make ${nameOf(goal.parameters, k)} ${gradient[k]}`, place);
      }
      return gradient;
    },
  };
}

function nameOf(parameters: readonly Parameter[], k: number): string {
  const { name } = parameters[k] as Parameter;
  return name === undefined ? `parameter ${k + 1} of ${parameters.length}` : `parameter "${name}"`;
}
