import { TrainingError } from '../errors.ts';
import type { Optimizer, OptimizerState, Transform } from './transform.ts';

/** A chain with an optimizer in it is an optimizer. */
export type Chained<Parts extends readonly Transform[]> = [Extract<Parts[number], Optimizer>] extends [never]
  ? Transform
  : Optimizer;

/**
 * Transforms one after the other: each gets the updates that the one before it made. With an optimizer among them the
 * chain is an optimizer.
 * @throws TrainingError if there is more than one optimizer in it: each turns the gradient downhill, two turn it up again.
 * @example train(loss, rows, { optimizer: chain(clipByGlobalNorm(1), adam()) })
 */
export function chain<const Parts extends readonly Transform[]>(...parts: Parts): Chained<Parts> {
  return chained('chain', {}, parts) as Chained<Parts>;
}

/** A chain under a name of its own. */
export function chained(
  name: string,
  options: Readonly<Record<string, unknown>>,
  parts: readonly Transform[],
): Transform | Optimizer {
  const optimizers = parts.filter((part): part is Optimizer => 'rate' in part);
  if (optimizers.length > 1)
    throw new TrainingError(
      `A chain can hold one optimizer, not ${optimizers.map((part) => part.name).join(' and ')}. Leave one out.`,
    );
  const transform: Transform = {
    name,
    options,
    parts,
    init: (size) => parts.map((part) => part.init(size)),
    update: (updates, state, parameters, step) => {
      for (let i = 0; i < parts.length; i++)
        (parts[i] as Transform).update(updates, state[i] as OptimizerState, parameters, step);
    },
  };
  return optimizers[0] === undefined ? transform : { ...transform, rate: optimizers[0].rate };
}
