import { checkOp } from '@chainrule/testing';
import { power } from './power.ts';

checkOp(power, {
  notation: 'a ** b',
  // the rounding of b − 1 counts log a times in aᵇ⁻¹
  partialUlp: (a, b) => 4 + (1 + Math.abs(b)) * Math.abs(Math.log(a)),
  special: [
    [[0, 0], 1],
    [[0, 2], 0],
    [[0, -1], Number.POSITIVE_INFINITY],
    [[Number.POSITIVE_INFINITY, -1], 0],
    [[-2, 3], -8],
    [[-8, 1 / 3], Number.NaN],
  ],
  kinks: [
    [
      [0, 2],
      [0, 0],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [
      [2, 0],
      [0, Math.LN2],
    ],
  ],
  nan: [0],
});
