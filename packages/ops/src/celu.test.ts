import { checkOp } from '@chainrule/testing';
import { celu } from './celu.ts';

checkOp(celu, {
  special: [
    [[Number.POSITIVE_INFINITY, 2], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY, 2], -2],
  ],
  kinks: [
    [
      [0, 2],
      [1, 0],
    ],
    [
      [1000, 2],
      [1, 0],
    ],
    [
      [-1000, 0.5],
      [0, -1],
    ],
  ],
  partialUnit: (x, alpha) => Math.min(1, Math.abs(x / alpha)),
  nan: [0],
});
