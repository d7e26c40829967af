import { checkOp } from '@chainrule/testing';
import { hypot } from './hypot.ts';

checkOp(hypot, {
  symmetric: true,
  special: [
    [[0, 0], 0],
    [[3, 4], 5],
    [[Number.POSITIVE_INFINITY, 1], Number.POSITIVE_INFINITY],
  ],
  kinks: [
    [
      [0, 0],
      [0, 0],
    ],
  ],
});
