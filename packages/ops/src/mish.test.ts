import { checkOp } from '@chainrule/testing';
import { mish } from './mish.ts';

checkOp(mish, {
  partialUnit: (x) => (x < -1 ? 0 : 1 + x),
  special: [
    [[0], 0],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[-1000], 0],
  ],
  kinks: [
    [[1000], [1]],
    [[-1000], [0]],
  ],
});
