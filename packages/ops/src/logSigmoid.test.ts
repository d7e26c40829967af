import { checkOp } from '@chainrule/testing';
import { logSigmoid } from './logSigmoid.ts';

checkOp(logSigmoid, {
  special: [
    [[Number.POSITIVE_INFINITY], 0],
    [[Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY],
  ],
  kinks: [
    [[1000], [0]],
    [[-1000], [1]],
  ],
});
