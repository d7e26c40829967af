import type { EngineOptions } from '@chainrule/compiler';
import { type NodeTable, numberOf, type Parameter, setNumber } from '@chainrule/core';
import { compileTraining } from './engine.ts';
import type { Goal } from './objective.ts';
import type { Optimizer } from './optimizers/transform.ts';
import { updateRule } from './optimizers/updateRule.ts';
import type { Place } from './place.ts';

/**
 * The steps of an optimizer towards a goal, compiled for places like `start`; undefined if the optimizer is written in
 * JavaScript or reads parameters, or if the engine does not compile steps. With a tolerance the last list of
 * a place is of ones once no gradient of a step was larger.
 */
export function compiledLoop(
  goal: Goal,
  optimizer: Optimizer,
  start: Place,
  data: { readonly columns: readonly Float64Array[]; readonly batchSize: number },
  tolerance: number | undefined,
  options: EngineOptions,
): ReturnType<typeof compileTraining> {
  const rule = updateRule(optimizer, tolerance);
  const { parameters, blocks } = goal;
  const trained = slotsOf(parameters, (blocks ?? goal).program.parameters);
  if (
    rule === undefined ||
    trained?.includes(-1) ||
    start.lists.length !== rule.memory ||
    start.lists.some(({ length }) => length !== parameters.length)
  )
    return undefined;
  const task = {
    blocks,
    trained,
    rule,
    ...data,
    get program() {
      return goal.program;
    },
  };
  return compileTraining(task, options);
}

/** The slots of the parameters that are trained, −1 for those that there are not; undefined if they are all, in their order. */
function slotsOf(trained: readonly Parameter[], all: readonly Parameter[]): Int32Array | undefined {
  if (trained === all || (trained.length === all.length && trained.every((its, k) => its === all[k]))) return undefined;
  const known: NodeTable = [];
  for (let slot = 0; slot < all.length; slot++) setNumber(known, all[slot] as Parameter, slot + 1);
  return Int32Array.from(trained, (its) => numberOf(known, its) - 1);
}
