import type { EngineOptions } from '@chainrule/compiler';
import type { Node, Parameter } from '@chainrule/core';
import { check, checkCallbacks, checkNames, checkSignal } from './check.ts';
import { descent } from './descent.ts';
import { engineOptionNames, engineOptions } from './engineOptions.ts';
import { TrainingError } from './errors.ts';
import { longestStretch } from './loopSteps.ts';
import { goalOf } from './objective.ts';
import { adam } from './optimizers/adam.ts';
import type { Optimizer } from './optimizers/transform.ts';
import { pacer, pause } from './pace.ts';
import { checkOptimizer } from './trainerOptions.ts';

export interface MinimizeOptions extends EngineOptions {
  /** Default `adam()`. */
  readonly optimizer?: Optimizer;
  /** How many steps at most. Default 1000. */
  readonly steps?: number;
  /** Stop once no partial derivative is larger than this. Default 0: only at an exact stationary point. */
  readonly tolerance?: number;
  /** What to vary. Default: all trainable parameters of the expression. */
  readonly parameters?: readonly Parameter[];
  /** Called after each step, with the number of steps done and the value before the last one. */
  readonly onStep?: (report: { readonly step: number; readonly value: number }) => void;
  /** Stops between two steps. */
  readonly signal?: AbortSignal;
}

/** How a minimisation went. */
export interface Minimum {
  /** The expression at the parameters that were found. */
  readonly value: number;
  /** The expression before each step. */
  readonly values: readonly number[];
  /** 'converged': the gradient there is within the tolerance; 'finished': all steps done; 'aborted': by the signal. */
  readonly stopped: 'converged' | 'finished' | 'aborted';
}

/**
 * Varies the parameters of an expression without inputs until it is as small as it gets; no data needed.
 * Yields to the event loop; writes the values found back into the parameters.
 * @throws TrainingError if the expression has inputs or no parameters, or an option makes no sense.
 * @throws NonFiniteError if the value, its gradient or a step is not finite, or a gradient too large to be squared.
 * @example const x = parameter(0);
 * await minimize(square(subtract(x, 3)), { optimizer: adam(0.1) }); // x.value ≈ 3
 */
export async function minimize(expression: Node<never>, options: MinimizeOptions = {}): Promise<Minimum> {
  checkNames('minimize', options, optionNames);
  const { optimizer = adam(), steps = 1000, tolerance = 0, onStep, signal } = options;
  checkOptimizer(optimizer);
  checkSignal(signal);
  checkCallbacks({ onStep });
  check(Number.isSafeInteger(steps) && steps >= 1, 'steps', steps, 'a positive whole number');
  check(typeof tolerance === 'number' && tolerance >= 0, 'tolerance', tolerance, 'a number that is not negative');
  const engine = engineOptions(options);
  const goal = goalOf(expression, options.parameters);
  const names = goal.fields.map(({ name }) => name);
  if (names.length > 0)
    throw new TrainingError(
      `minimize needs an expression without inputs; this one has ${names.join(', ')}. Use constants for them, or train(loss, data).`,
    );
  // as many samples that bring nothing as a stretch can have steps: one a step
  const rows = new Int32Array(Math.min(steps, longestStretch));
  const run = descent(goal, { optimizer, columns: [], rows, batchSize: 1, shuffle: false, seed: 0, engine, tolerance });

  const values: number[] = [];
  const losses = new Float64Array(rows.length);
  const pace = pacer();
  let stopped: Minimum['stopped'] = 'finished';
  while (run.steps < steps) {
    if (signal?.aborted) {
      stopped = 'aborted';
      break;
    }
    const made = run.stretch(onStep ? 1 : Math.min(pace.steps, steps - run.steps), losses);
    for (let i = 0; i < made; i++) values.push(losses[i] as number);
    onStep?.({ step: run.steps, value: losses[0] as number });
    if (run.converged) {
      run.undo(); // the gradient that is small enough is that before the step
      stopped = 'converged';
      break;
    }
    if (pace.due(made)) {
      await pause();
      pace.resume();
    }
  }
  return { value: run.look(), values, stopped };
}

const optionNames = ['optimizer', 'steps', 'tolerance', 'parameters', 'onStep', 'signal', ...engineOptionNames];
