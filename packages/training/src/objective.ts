import { type BlockProgram, condense, gradientBlocks } from '@chainrule/blocks';
import {
  gradient,
  gradientProgram,
  type InputField,
  type Machine,
  meanBatch,
  type Node,
  type Parameter,
  type Program,
} from '@chainrule/core';
import { requireLoss, trainable } from './trainable.ts';

/** What is minimised, and its gradient, as one program. */
export interface Goal {
  /** The loss as it was given, and its mean over the batch. */
  readonly loss: Node;
  readonly mean: Node;
  /** The gradient of the mean as nodes, which are made when they are asked for. */
  readonly gradients: readonly Node[];
  readonly parameters: readonly Parameter[];
  readonly fields: readonly InputField[];
  /** The mean, then its gradient for each of `parameters`: as blocks, where there are layers, and as a program, made when asked for. */
  readonly blocks: BlockProgram | undefined;
  readonly program: Program;
}

/** A goal that can be run: one result list for all that it gives. */
export interface Objective {
  readonly goal: Goal;
  /** ∂mean/∂parameter of the last run, in the order of the goal's `parameters`. */
  readonly gradient: Float64Array;
  /** Runs the program for `count` samples and returns the loss. */
  run(columns: readonly Float64Array[], count: number, rows: Int32Array): number;
}

/**
 * Differentiates a loss once, for any number of runs, with respect to the parameters chosen, or else all trainable ones.
 * @throws TrainingError if the loss is not one node, or there is nothing to train.
 */
export function goalOf(loss: Node, chosen?: readonly Parameter[]): Goal {
  requireLoss(loss);
  const mean = meanBatch(loss);
  const graph = condense(mean);
  const parameters = trainable(graph.parameters, chosen);
  const blocks = gradientBlocks(graph, parameters);
  let program: Program | undefined;
  const programOf = (): Program => {
    program ??= gradientProgram(mean, parameters);
    return program;
  };
  return {
    loss,
    mean,
    get gradients() {
      return gradient(mean, parameters) as readonly Node[];
    },
    parameters,
    fields: (blocks?.program ?? programOf()).fields,
    blocks,
    get program() {
      return programOf();
    },
  };
}

/** A goal on a machine, which is made when it is first needed. */
export function objective(goal: Goal, machine: () => Machine): Objective {
  const result = new Float64Array(1 + goal.parameters.length);
  let run: ((columns: readonly Float64Array[], count: number, rows: Int32Array) => void) | undefined;

  const prepare = (): NonNullable<typeof run> => {
    const ready = machine();
    const results = Object.freeze(Array.from(result, (_, i) => result.subarray(i, i + 1)));
    return (columns, count, rows) => ready.run(columns, count, results, rows);
  };
  return {
    goal,
    gradient: result.subarray(1),
    run: (columns, count, rows) => {
      run ??= prepare();
      run(columns, count, rows);
      return result[0] as number;
    },
  };
}
