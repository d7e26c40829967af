import { checkOp } from '@chainrule/testing';
import { min } from './min.ts';

checkOp(min, {
  symmetric: true,
  special: [[[1, Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY]],
  kinks: [
    [
      [2, 2],
      [1, 0],
    ],
    [
      [4, 3, 3],
      [0, 1, 0],
    ],
  ],
});
