import { checkOp } from '@chainrule/testing';
import { greater } from './greater.ts';

checkOp(greater, {
  notation: 'a > b',
  special: [
    [[Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0],
    [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], 0],
    [[0, -0], 0],
    [[Number.NaN, 1], 0],
    [[1, Number.NaN], 0],
    [[Number.NaN, Number.NaN], 0],
  ],
  kinks: [
    [
      [2, 2],
      [0, 0],
    ],
  ],
  nan: [],
});
