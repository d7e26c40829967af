import {
  gradient,
  interpreter,
  lower,
  type Machine,
  meanBatch,
  type Node,
  type Parameter,
  type Program,
} from '@chainrule/core';

/** What runs a program: core's interpreter, or a compiler. */
export type Engine = (program: Program) => Machine;

/** The loss of a batch and its gradient: one program with one result list. */
export interface Objective {
  /** The loss as it was given, and what is minimised: its mean over the batch. */
  readonly loss: Node;
  readonly mean: Node;
  readonly gradients: readonly Node[];
  readonly parameters: readonly Parameter[];
  readonly program: Program;
  /** ∂mean/∂parameter of the last run, in the order of `parameters`. */
  readonly gradient: Float64Array;
  /** Runs the program for `count` samples and returns the loss. */
  run(columns: readonly Float64Array[], count: number, rows: Int32Array): number;
}

/** Differentiates and lowers a loss once, for any number of runs. */
export function objective(loss: Node, parameters: readonly Parameter[], engine: Engine = interpreter): Objective {
  const mean = meanBatch(loss);
  const gradients = gradient(mean, parameters) as readonly Node[];
  const program = lower([mean, gradients]);
  const machine = engine(program);
  const result = new Float64Array(1 + parameters.length);
  const results = Array.from(result, (_, i) => result.subarray(i, i + 1));
  return {
    loss,
    mean,
    gradients,
    parameters,
    program,
    gradient: result.subarray(1),
    run: (columns, count, rows) => {
      machine.run(columns, count, results, rows);
      return result[0] as number;
    },
  };
}
