import { checkOp } from '@chainrule/testing';
import { norm } from './norm.ts';

checkOp(norm, {
  symmetric: true,
  special: [
    [[0, 0, 0], 0],
    [[3, 4], 5],
  ],
  kinks: [
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
  ],
});
