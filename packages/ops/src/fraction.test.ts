import { checkOp } from '@chainrule/testing';
import { fraction } from './fraction.ts';

checkOp(fraction, {
  special: [
    [[-1.25], 0.75],
    [[3], 0],
  ],
  kinks: [[[3], [1]]],
});
