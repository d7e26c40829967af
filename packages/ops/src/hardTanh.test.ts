import { checkOp } from '@chainrule/testing';
import { hardTanh } from './hardTanh.ts';

checkOp(hardTanh, {
  special: [
    [[Number.POSITIVE_INFINITY], 1],
    [[Number.NEGATIVE_INFINITY], -1],
  ],
  kinks: [
    [[1], [0]],
    [[-1], [0]],
  ],
});
