import { compile } from '@chainrule/compiler';
import type { Node } from '@chainrule/core';
import { type Trainer, trainer } from '@chainrule/training';
import { columnsOf } from '../data/columns.ts';
import type { Table } from '../data/labData.ts';
import type { Split } from '../data/split.ts';
import type { Model } from '../network/model.ts';
import type { LabState } from '../state/labState.ts';
import { type Curve, curve } from './curve.ts';
import { engine } from './engine.ts';
import { optimizers } from './optimizers.ts';
import { timeline } from './timeline.ts';

/** A training run that can go back. */
export interface Runner {
  readonly trainer: Trainer;
  /** The loss of each batch before its step. */
  readonly losses: Curve;
  /** How many steps have been made at most since parameters were last written. */
  readonly furthest: number;
  /**
   * Makes steps.
   * @throws NonFiniteError if the loss is no number any more; the step is not made.
   */
  advance(steps: number): void;
  /** Goes to the place after so many steps, back or forth: the parameters then have the bits that they had there. */
  goTo(step: number): void;
  /** What the network says of rows: a column for each output. */
  predict(table: Table): readonly Float64Array[];
  /** Takes what was written into the parameters for the run from here on. */
  takeOver(): void;
}

export function runner(state: LabState['training'], model: Model, data: Split): Runner {
  const run = trainer(model.loss, columnsOf(data, data.training), {
    optimizer: optimizers[state.optimizer](state.rate),
    batchSize: state.batch,
    shuffle: state.shuffle,
    seed: state.seed,
    engine,
    parameters: model.parameters,
  });
  const predictor = compile<readonly Node[]>(model.outputs, { engine });
  const past = timeline(run.state());
  const losses = curve();
  let furthest = 0; // steps whose loss is on the curve

  const advance = (steps: number): void => {
    for (let i = 0; i < steps; i++) {
      const loss = run.step();
      if (run.steps > furthest) {
        furthest = run.steps;
        losses.add(run.steps, loss);
      }
      const turn = past.turnAt(run.steps);
      if (turn !== undefined) run.restore(turn);
      else if (past.isDue(run.steps)) past.remember(run.state());
    }
  };
  return {
    trainer: run,
    losses,
    get furthest() {
      return furthest;
    },
    advance,
    goTo: (step) => {
      if (step < run.steps) run.restore(past.before(step));
      advance(step - run.steps);
    },
    predict: (table) => predictor.batch(columnsOf(data, table)) as readonly Float64Array[],
    takeOver: () => {
      past.turn(run.state());
      losses.cut(run.steps);
      furthest = run.steps;
    },
  };
}
