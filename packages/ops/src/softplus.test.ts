import { checkOp } from '@chainrule/testing';
import { softplus } from './softplus.ts';

checkOp(softplus, {
  ulp: 1.5,
  special: [
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], 0],
    [[0], Math.LN2],
  ],
  kinks: [
    [[1000], [1]],
    [[-1000], [0]],
  ],
});
