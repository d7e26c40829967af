import { checkOp } from '@chainrule/testing';
import { sign } from './sign.ts';

checkOp(sign, {
  special: [
    [[0], 0],
    [[Number.POSITIVE_INFINITY], 1],
    [[Number.NEGATIVE_INFINITY], -1],
  ],
  kinks: [[[0], [0]]],
});
