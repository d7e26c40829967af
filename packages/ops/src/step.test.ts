import { checkOp } from '@chainrule/testing';
import { step } from './step.ts';

checkOp(step, {
  special: [
    [[0], 0],
    [[5e-324], 1],
    [[Number.POSITIVE_INFINITY], 1],
  ],
  kinks: [[[0], [0]]],
  nan: [],
});
