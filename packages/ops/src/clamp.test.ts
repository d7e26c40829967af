import { checkOp } from '@chainrule/testing';
import { clamp } from './clamp.ts';

checkOp(clamp, {
  symmetric: true,
  special: [
    [[Number.POSITIVE_INFINITY, 0, 1], 1],
    [[Number.NEGATIVE_INFINITY, 0, 1], 0],
  ],
  kinks: [
    [
      [0, 0, 1],
      [1, 0, 0],
    ],
    [
      [1, 0, 1],
      [1, 0, 0],
    ],
  ],
});
