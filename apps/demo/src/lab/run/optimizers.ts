import { adagrad, adam, lion, type Optimizer, rmsprop, sgd } from '@chainrule/training';
import type { OptimizerName } from '../state/labState.ts';

export const optimizers: Readonly<Record<OptimizerName, (rate: number) => Optimizer>> = {
  sgd: (rate) => sgd(rate),
  momentum: (rate) => sgd(rate, { momentum: 0.9 }),
  adam: (rate) => adam(rate),
  rmsprop: (rate) => rmsprop(rate),
  adagrad: (rate) => adagrad(rate),
  lion: (rate) => lion(rate),
};
