import { type BlockProgram, discover, operationsIn, recomputed } from '@chainrule/blocks';
import type { Program } from '@chainrule/core';
import { checkedOptions, type EngineOptions, type EngineReport } from './engineOptions.ts';
import { blocksOf, firstAllowed, isMostlyDense, operationsOf } from './engines.ts';
import { javascriptLoop } from './javascript/javascriptLoop.ts';
import type { TrainingLoop, UpdateRule } from './trainingLoop.ts';
import { checkedRule } from './wasm/checkedRule.ts';
import { wasmLoop } from './wasm/trainingLoop.ts';

/** What is trained, on which data. */
export interface TrainingTask {
  /** Its outputs are the loss and its derivative for each parameter that is trained. */
  readonly program: Program;
  /** The same as blocks, if they are known: the program is then read only where they are of no use. */
  readonly blocks?: BlockProgram | undefined;
  /** The places of those among the program's parameters; the others are read when a run starts. Default: all. */
  readonly trained?: Int32Array | undefined;
  readonly rule: UpdateRule;
  /** One list of numbers per input slot. */
  readonly columns: readonly Float64Array[];
  /** The samples of a step. */
  readonly batchSize: number;
}

/**
 * Loss, gradient and update compiled together, with the loop over the data; in f64 with the bits of the interpreter.
 * `undefined` where the engine cannot compile steps whole: the interpreter never does, JavaScript for single samples and little
 * code, WebAssembly unless a value per sample waits for a sum over the batch.
 * @throws CompilerError if an option makes no sense, or the engine asked for cannot run here.
 */
export function compileTraining(
  task: TrainingTask,
  options: EngineOptions = {},
): (TrainingLoop & { readonly engine: EngineReport }) | undefined {
  const chosen = checkedOptions(options);
  const { blocks, trained, rule, columns, batchSize } = task;
  const operations = blocks ? operationsIn(blocks) : operationsOf(task.program).length;
  const use = batchSize === 1 ? 'single' : 'batch';
  const { made, engine } = firstAllowed(operations, chosen, use, (name) => {
    if (name === 'interpreter') return undefined;
    if (name === 'javascript')
      return batchSize === 1 ? javascriptLoop(task.program, rule, columns, trained) : undefined;
    const objective = blocks && isMostlyDense(blocks) ? recomputed(blocks) : blocksOf(task.program);
    const update = discover(checkedRule(rule.program));
    if (objective.phases.filter(({ rank }) => rank === 1).length > 1) return undefined;
    return wasmLoop({ objective, update, rule, columns, trained }, chosen);
  });
  return made && { ...made, engine };
}
