import { checkOp } from '@chainrule/testing';
import { notEqual } from './notEqual.ts';

checkOp(notEqual, {
  notation: 'a != b',
  symmetric: true,
  special: [
    [[Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0],
    [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY], 1],
    [[0, -0], 0],
    [[Number.NaN, 1], 1],
    [[1, Number.NaN], 1],
    [[Number.NaN, Number.NaN], 1],
  ],
  kinks: [
    [
      [2, 2],
      [0, 0],
    ],
  ],
  nan: [],
});
