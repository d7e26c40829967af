import type { Parameter } from '@chainrule/core';
import { check, checkNames } from './check.ts';

export interface EarlyStoppingOptions {
  /** Stop after so many epochs in a row without improvement. */
  readonly patience: number;
  /** What counts as an improvement: the loss must fall by more than this. Default 0. */
  readonly minimumImprovement?: number;
}

/** Watches a loss from epoch to epoch and keeps the parameters with which it was lowest. */
export interface EarlyStopping {
  /** Takes note of an epoch's loss; whether it is time to stop. */
  enough(epoch: number, loss: number): boolean;
  /** Puts the best values back into the parameters. */
  restore(): void;
  /** The epoch with the lowest loss; undefined before the first. */
  readonly bestEpoch: number | undefined;
}

/** @throws TrainingError if an option makes no sense. */
export function earlyStopping(parameters: readonly Parameter[], options: EarlyStoppingOptions): EarlyStopping {
  checkNames('earlyStopping', options, ['patience', 'minimumImprovement']);
  const { patience, minimumImprovement = 0 } = options;
  check(
    Number.isInteger(patience) && patience >= 1,
    'earlyStopping.patience',
    patience,
    'a positive whole number of epochs',
  );
  check(
    minimumImprovement >= 0,
    'earlyStopping.minimumImprovement',
    minimumImprovement,
    'a number that is not negative',
  );
  const best = new Float64Array(parameters.length);
  let bestEpoch: number | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  let reference = Number.POSITIVE_INFINITY;
  let waited = 0;
  return {
    enough: (epoch, loss) => {
      if (loss < lowest || bestEpoch === undefined) {
        lowest = Number.isNaN(loss) ? lowest : loss;
        bestEpoch = epoch;
        for (let k = 0; k < best.length; k++) best[k] = (parameters[k] as Parameter).value;
      }
      if (loss < reference - minimumImprovement) {
        reference = loss;
        waited = 0;
      } else waited++;
      return waited >= patience;
    },
    restore: () => {
      for (let k = 0; k < best.length; k++) (parameters[k] as Parameter).value = best[k] as number;
    },
    get bestEpoch() {
      return bestEpoch;
    },
  };
}
