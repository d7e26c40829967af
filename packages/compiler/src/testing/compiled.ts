import { compileTraining, type TrainingTask } from '../compileTraining.ts';
import type { EngineOptions } from '../engineOptions.ts';
import type { TrainingLoop } from '../trainingLoop.ts';

/** A loop on the engine asked for. Throws if there is none. */
export function compiled(task: TrainingTask, options: EngineOptions): TrainingLoop {
  const loop = compileTraining(task, options);
  if (loop === undefined || loop.engine.name !== options.engine)
    throw new Error(`The loop is on ${loop?.engine.name}, not on ${options.engine}.`);
  return loop;
}
