import { checkOp } from '@chainrule/testing';
import { hardSigmoid } from './hardSigmoid.ts';

checkOp(hardSigmoid, {
  special: [
    [[Number.POSITIVE_INFINITY], 1],
    [[Number.NEGATIVE_INFINITY], 0],
    [[0], 0.5],
  ],
  kinks: [
    [[3], [0]],
    [[-3], [0]],
  ],
});
