import { checkOp } from '@chainrule/testing';
import { logSumExp } from './logSumExp.ts';

checkOp(logSumExp, {
  symmetric: true,
  partialUlp: (...xs) => 4 + 2 * Math.max(...xs.map(Math.abs)),
  special: [
    [[-1000], -1000],
    [[Number.NEGATIVE_INFINITY, 1], 1],
  ],
  kinks: [
    [
      [1000, -1000],
      [1, 0],
    ],
    [
      [0, 0],
      [0.5, 0.5],
    ],
  ],
});
