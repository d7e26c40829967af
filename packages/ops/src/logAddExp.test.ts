import { checkOp } from '@chainrule/testing';
import { logAddExp } from './logAddExp.ts';

checkOp(logAddExp, {
  symmetric: true,
  // a − b is rounded before its exponential is taken
  partialUlp: (a, b) => 4 + Math.abs(a - b),
  special: [
    [[1000, 1000], 1000 + Math.LN2],
    [[Number.NEGATIVE_INFINITY, 1], 1],
    [[1, Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  ],
  kinks: [
    [
      [2, 2],
      [0.5, 0.5],
    ],
    [
      [-1e308, 1e308],
      [0, 1],
    ],
  ],
});
