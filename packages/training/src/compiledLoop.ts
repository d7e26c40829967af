import type { EngineOptions } from '@chainrule/compiler';
import { compileTraining } from './engine.ts';
import type { Goal } from './objective.ts';
import type { Optimizer } from './optimizers/transform.ts';
import { updateRule } from './optimizers/updateRule.ts';
import type { Place } from './place.ts';

/**
 * The steps of an optimizer towards a goal, compiled for places like `start`; undefined if the optimizer is written in
 * JavaScript, or if the engine does not compile steps. With a tolerance the last list of a place is of ones once no
 * gradient of a step was larger.
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
  const slots = new Map(program.parameters.map((parameter, slot) => [parameter, slot]));
  const trained = Int32Array.from(parameters, (parameter) => slots.get(parameter) ?? -1);
  const fits =
    !trained.includes(-1) &&
    start.lists.length === rule?.memory &&
    start.lists.every(({ length }) => length === parameters.length);
  return rule && fits ? compileTraining({ program, trained, rule, ...data }, options) : undefined;
}
