import { checkOp } from '@chainrule/testing';
import { tanh } from './tanh.ts';

checkOp(tanh, {
  partialUnit: 1,
  special: [
    [[Number.POSITIVE_INFINITY], 1],
    [[Number.NEGATIVE_INFINITY], -1],
    [[0], 0],
  ],
  kinks: [
    [[1000], [0]],
    [[-1000], [0]],
  ],
});
