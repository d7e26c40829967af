import { checkOp } from '@chainrule/testing';
import { sigmoid } from './sigmoid.ts';

checkOp(sigmoid, {
  ulp: 2,
  partialUnit: 1,
  special: [
    [[Number.POSITIVE_INFINITY], 1],
    [[Number.NEGATIVE_INFINITY], 0],
    [[0], 0.5],
  ],
  kinks: [
    [[1000], [0]],
    [[-1000], [0]],
    [[0], [0.25]],
  ],
});
