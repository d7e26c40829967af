import { checkOp } from '@chainrule/testing';
import { max } from './max.ts';

checkOp(max, {
  symmetric: true,
  special: [[[1, Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY]],
  kinks: [
    [
      [2, 2],
      [1, 0],
    ],
    [
      [1, 3, 3],
      [0, 1, 0],
    ],
  ],
});
