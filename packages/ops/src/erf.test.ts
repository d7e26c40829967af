import { checkOp } from '@chainrule/testing';
import { erf } from './erf.ts';

checkOp(erf, {
  partialUlp: (x) => 4 + x * x,
  special: [
    [[Number.POSITIVE_INFINITY], 1],
    [[Number.NEGATIVE_INFINITY], -1],
    [[0], 0],
  ],
});
