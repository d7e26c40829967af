import { checkOp } from '@chainrule/testing';
import { relu6 } from './relu6.ts';

checkOp(relu6, {
  special: [
    [[Number.POSITIVE_INFINITY], 6],
    [[Number.NEGATIVE_INFINITY], 0],
  ],
  kinks: [
    [[0], [0]],
    [[6], [0]],
  ],
});
