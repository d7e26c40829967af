import { type Parameter, parameterVersion } from '@chainrule/core';
import { batches as makeBatches } from './batches.ts';
import { diagnose } from './diagnose.ts';
import { TrainingError } from './errors.ts';
import { saveNumbers } from './numbers.ts';
import type { Objective } from './objective.ts';
import type { Optimizer } from './optimizers/transform.ts';
import { checkState, loadMemory, saveMemory, type TrainerState } from './trainerState.ts';

/** A run of an optimizer, a step at a time. */
export interface Trainer {
  /**
   * One step: all gradients first, all updates after. Returns the loss of the batch before the update.
   * @throws NonFiniteError if loss, gradient or update is not finite. The step is then not made, and if it is the loss,
   * the parameters go back to the last values whose loss was finite.
   */
  step(): number;
  /** Epochs completed. */
  readonly epoch: number;
  /** Samples of the current epoch that are done. */
  readonly position: number;
  /** Steps completed. */
  readonly steps: number;
  /** The largest partial derivative, by magnitude, of the last step. */
  readonly steepest: number;
  /** The learning rate of the next step. */
  readonly learningRate: number;
  /** The parameters that are trained. */
  readonly parameters: readonly Parameter[];
  /** The run as plain data. Restored, it goes on with the same bits, in the middle of an epoch too. */
  state(): TrainerState;
  /**
   * Goes on from a saved state: sets parameters, the optimizer's memory, and the place in the data.
   * @throws TrainingError if the state is of another model, optimizer or data set; nothing is changed then.
   */
  restore(state: TrainerState): void;
}

/** A trainer that can also look at the loss without a step. */
export interface Descent extends Trainer {
  /**
   * The loss of the next batch.
   * @throws NonFiniteError as `step` does.
   */
  look(): number;
}

/** What a descent runs on. */
export interface DescentOptions {
  readonly columns: readonly Float64Array[];
  /** The rows of the columns that are trained on. */
  readonly rows: Int32Array;
  readonly optimizer: Optimizer;
  readonly batchSize: number;
  readonly shuffle: boolean;
  readonly seed: number;
}

/** Beyond it a gradient's square, which optimizers keep, may overflow. */
const largest = 2 ** 500;

/** The loop that `trainer`, `train` and `minimize` share. */
export function descent(objective: Objective, options: DescentOptions): Descent {
  const { parameters, gradient } = objective;
  const { columns, optimizer } = options;
  const batches = makeBatches(options.rows, options.batchSize, options.shuffle, options.seed);
  const values = new Float64Array(parameters.length);
  const run = { rows: options.rows.length, batchSize: batches.rows.length, optimizer: optimizer.name };
  const last = new Float64Array(parameters.length); // before the last step
  let memory = optimizer.init(parameters.length);
  let version = -1;
  let steps = 0;
  let count = 0; // samples of the current batch
  let steepest = 0;

  const readParameters = (): void => {
    if (version === parameterVersion()) return;
    version = parameterVersion();
    const current = parameters.map((parameter) => parameter.value);
    if (current.every((value, k) => Object.is(value, values[k]))) return; // others were written
    values.set(current);
    last.set(current);
  };
  const writeParameters = (list: Float64Array): void => {
    values.set(list);
    for (let k = 0; k < list.length; k++) (parameters[k] as Parameter).value = list[k] as number;
    version = parameterVersion();
  };
  const rate = (): number => {
    const next = optimizer.rate(steps);
    if (!(next >= 0 && next < Number.POSITIVE_INFINITY))
      throw new TrainingError(
        `The learning rate is ${next} at step ${steps}, expected a number that is not negative. Check the schedule of ${optimizer.name}.`,
      );
    return next;
  };
  const fail = (what: string, kept = 'The parameters keep their values.'): never => {
    throw diagnose(
      what,
      kept,
      objective,
      { columns, rows: batches.rows, count },
      { epoch: batches.epoch, step: steps },
    );
  };

  const look = (): number => {
    readParameters();
    count = batches.fill();
    const loss = objective.run(columns, count, batches.rows);
    if (Number.isFinite(loss)) return loss;
    try {
      return fail(`The loss is ${loss}`, 'The parameters go back to the last values with a finite loss.');
    } finally {
      writeParameters(last);
    }
  };

  const step = (): number => {
    rate();
    const loss = look();
    steepest = 0;
    for (let k = 0; k < gradient.length; k++) {
      const size = Math.abs(gradient[k] as number);
      if (!(size < largest)) fail(`The gradient for ${nameOf(parameters, k)} is ${gradient[k]}`);
      if (size > steepest) steepest = size;
    }
    optimizer.update(gradient, memory, values, steps);
    for (let k = 0; k < values.length; k++) {
      gradient[k] = (values[k] as number) + (gradient[k] as number);
      if (!Number.isFinite(gradient[k])) fail(`The step would make ${nameOf(parameters, k)} ${gradient[k]}`);
    }
    last.set(values);
    writeParameters(gradient);
    batches.advance(count);
    steps++;
    return loss;
  };

  return {
    step,
    look,
    get epoch() {
      return batches.epoch;
    },
    get position() {
      return batches.position;
    },
    get steps() {
      return steps;
    },
    get steepest() {
      return steepest;
    },
    get learningRate() {
      return rate();
    },
    parameters,
    state: () => {
      readParameters();
      return {
        version: 1,
        ...run,
        ...batches.state(),
        step: steps,
        parameters: saveNumbers(values),
        memory: saveMemory(memory),
      };
    },
    restore: (state) => {
      checkState(state, run);
      const loaded = optimizer.init(parameters.length);
      const numbers = new Float64Array(values.length);
      loadMemory(state.memory, loaded, 'memory');
      loadMemory(state.parameters, numbers, 'parameters');
      memory = loaded;
      last.set(numbers);
      writeParameters(numbers);
      batches.restore(state);
      steps = state.step;
    },
  };
}

function nameOf(parameters: readonly Parameter[], k: number): string {
  const { name } = parameters[k] as Parameter;
  return name === undefined ? `parameter ${k + 1} of ${parameters.length}` : `parameter "${name}"`;
}
