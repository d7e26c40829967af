import { checkOp } from '@chainrule/testing';
import { xlogy } from './xlogy.ts';

checkOp(xlogy, {
  special: [
    [[0, 0], 0],
    [[0, Number.POSITIVE_INFINITY], 0],
    [[0, -1], 0],
    [[1, 0], Number.NEGATIVE_INFINITY],
  ],
  kinks: [
    [
      [0, 2],
      [Math.log(2), 0],
    ],
    [
      [0, 0],
      [Number.NEGATIVE_INFINITY, 0],
    ],
  ],
});
