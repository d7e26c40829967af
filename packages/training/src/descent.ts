import type { CompiledMachine, EngineOptions } from '@chainrule/compiler';
import { interpreter, type Parameter } from '@chainrule/core';
import { batches as makeBatches } from './batches.ts';
import { compiledLoop } from './compiledLoop.ts';
import { machine } from './engine.ts';
import { longestStretch, loopSteps } from './loopSteps.ts';
import { saveNumbers } from './numbers.ts';
import { type Goal, objective } from './objective.ts';
import type { Optimizer } from './optimizers/transform.ts';
import { type Place, startPlace } from './place.ts';
import { plainStep, type StepPlace } from './plainStep.ts';
import { rateAt, ratedSteps } from './rates.ts';
import { standingOf } from './standing.ts';
import type { Trainer } from './trainer.ts';
import { checkState, loadMemory, saveMemory } from './trainerState.ts';

/** A trainer for loops of our own: many steps at a time, and a look at the loss without a step. */
export interface Descent extends Trainer {
  /**
   * Makes up to `most` steps, all in this epoch, puts their losses into `losses` and returns how many were made: one at least.
   * The losses, each times the samples of its step, are added to `total`, one number, one after the other.
   * The parameters show them after `publish`, with a tolerance at once.
   * @throws NonFiniteError as `step` does, after the steps before it; the parameters are published then.
   */
  stretch(most: number, losses: Float64Array, total?: Float64Array): number;
  /** Writes the values that steps have reached into the parameters. */
  publish(): void;
  /** Goes back to the values before the last step, unless others have been written into the parameters since. */
  undo(): void;
  /** Whether no partial derivative of the last step was larger than the tolerance; a stretch ends there. */
  readonly converged: boolean;
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
  readonly engine: EngineOptions;
  /** Stops a stretch once no partial derivative is larger. */
  readonly tolerance?: number;
}

/**
 * The loop that `trainer`, `train` and `minimize` share. Steps are made by the engine's compiled loop if there is one; a step
 * that it refuses, and every step without one, is made by `plainStep`.
 */
export function descent(goal: Goal, options: DescentOptions): Descent {
  const { parameters } = goal;
  const { columns, optimizer, tolerance } = options;
  const batches = makeBatches(options.rows, options.batchSize, options.shuffle, options.seed);
  const batchSize = batches.rows.length;
  const start = (): Place =>
    startPlace(parameters.length, optimizer.init(parameters.length), tolerance !== undefined, batches.state());
  const places = [start(), start()] as const;
  const compiled = compiledLoop(goal, optimizer, places[0], { columns, batchSize }, tolerance, options.engine);
  const runner = compiled === undefined ? machine(goal.program, options.engine) : undefined;
  const measured = objective(goal, () => runner ?? interpreter(goal.program));
  const plain = plainStep(measured, columns, optimizer, options.engine.precision);
  const loop = compiled && loopSteps(compiled, batches);
  const run = { rows: options.rows.length, batchSize, optimizer: optimizer.name };
  const standing = standingOf(parameters, fixedOf(goal), batches, places, loop);

  let steepest: number | undefined = 0; // undefined until it is asked for
  let converged = false;

  const nextStep = (): StepPlace => ({
    count: batches.fill(),
    rows: batches.rows,
    epoch: batches.epoch,
    step: standing.steps,
  });
  const lookAt = (place: StepPlace): number => {
    const loss = plain.loss(place);
    if (Number.isFinite(loss)) return loss;
    try {
      return plain.fail(`The loss is ${loss}`, place, 'The parameters go back to the last values with a finite loss.');
    } finally {
      standing.undo();
    }
  };
  const unread = new Float64Array(1);
  const makePlainStep = (total: Float64Array): number => {
    standing.readParameters();
    const place = nextStep();
    const loss = lookAt(place);
    steepest = plain.steepest(place);
    standing.take(plain.next(standing.now.values, standing.now.memory, place), place.count);
    converged = steepest <= (tolerance ?? -1);
    total[0] = (total[0] as number) + loss * place.count;
    return loss;
  };

  const makeSteps = (most: number, losses: Float64Array, total: Float64Array): number => {
    const made = standing.run(most, losses, total);
    if (made > 0) steepest = undefined;
    return made;
  };
  /** Whether the loop's memory says so, after `publish`. */
  const hasConverged = (): boolean => tolerance !== undefined && standing.now.lists.at(-1)?.[0] === 1;
  /** Makes the steps that were published last again, one at a time, up to the first after which the loop has converged. */
  const findConverged = (): void => {
    standing.rewind();
    do {
      makeSteps(1, unread, unread);
      standing.publish();
    } while (!hasConverged());
  };

  const stretch: Descent['stretch'] = (most, losses, total = unread) => {
    standing.readParameters();
    const first = standing.steps;
    const count = ratedSteps(optimizer, first, Math.min(most, longestStretch, batches.left));
    converged = false;
    let made = 0;
    if (loop === undefined) {
      while (made < count && !converged) losses[made++] = makePlainStep(total);
      return made;
    }
    made = makeSteps(count, losses, total);
    if (tolerance !== undefined || made < count) standing.publish();
    converged = hasConverged();
    if (converged) findConverged();
    else if (made < count) losses[made] = makePlainStep(total);
    return standing.steps - first;
  };

  /** The largest partial derivative of the last step, from the parameters before it. */
  const lookBack = (): number => {
    standing.publish();
    const { values, batches: then } = standing.previous();
    const here = batches.state();
    batches.restore(then);
    standing.during(values, () => plain.loss(nextStep()));
    batches.restore(here);
    return measured.gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
  };

  const one = new Float64Array(1);
  return {
    step: () => {
      stretch(1, one);
      standing.publish();
      return one[0] as number;
    },
    stretch,
    publish: standing.publish,
    undo: () => {
      standing.readParameters();
      standing.undo();
    },
    get converged() {
      return converged;
    },
    look: () => {
      standing.publish();
      standing.readParameters();
      return lookAt(nextStep());
    },
    get epoch() {
      return batches.epoch;
    },
    get position() {
      return batches.position;
    },
    get steps() {
      return standing.steps;
    },
    get nextRows() {
      return batches.rows.slice(0, batches.fill());
    },
    get steepest() {
      steepest ??= lookBack();
      return steepest;
    },
    get learningRate() {
      return rateAt(optimizer, standing.steps);
    },
    parameters,
    get engine() {
      return compiled?.engine ?? (runner as CompiledMachine).engine[batchSize === 1 ? 'single' : 'batch'];
    },
    state: () => {
      standing.publish();
      standing.readParameters();
      return {
        version: 1,
        ...run,
        ...batches.state(),
        step: standing.steps,
        parameters: saveNumbers(standing.now.values),
        memory: saveMemory(standing.now.memory),
      };
    },
    restore: (state) => {
      checkState(state, run);
      const { epoch, position, generator, step } = state;
      const place = { ...start(), step, batches: { epoch, position, generator } };
      loadMemory(state.memory, place.memory, 'memory');
      loadMemory(state.parameters, place.values, 'parameters');
      standing.load(place);
      steepest = 0;
    },
  };
}

/** The parameters of a goal that are not trained. */
function fixedOf(goal: Goal): readonly Parameter[] {
  const { parameters } = (goal.blocks ?? goal).program;
  if (parameters.length === goal.parameters.length) return [];
  const trained = new Set(goal.parameters);
  return parameters.filter((its) => !trained.has(its));
}
