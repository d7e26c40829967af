import type { EngineOptions } from '@chainrule/compiler';
import { compileTraining } from './engine.ts';
import type { Goal } from './objective.ts';
import type { Optimizer } from './optimizers/transform.ts';
import { updateRule } from './optimizers/updateRule.ts';
import type { Place } from './place.ts';

/**
 * The steps of an optimizer towards a goal, compiled for places like `start`; undefined if the optimizer is written in
 * JavaScript, if the goal has parameters that are not trained, or if the engine does not compile steps. With a tolerance
 * the last list of a place is of ones once no gradient of a step was larger.
 */
export function compiledLoop(
  { program, parameters }: Goal,
  optimizer: Optimizer,
  start: Place,
  data: { readonly columns: readonly Float64Array[]; readonly batchSize: number },
  tolerance: number | undefined,
  options: EngineOptions,
): ReturnType<typeof compileTraining> {
  const rule = updateRule(optimizer, tolerance);
  const size = program.parameters.length;
  const fits =
    size === parameters.length &&
    parameters.every((parameter, k) => parameter === program.parameters[k]) &&
    start.lists.length === rule?.memory &&
    start.lists.every(({ length }) => length === size);
  return rule && fits ? compileTraining({ program, rule, ...data }, options) : undefined;
}
