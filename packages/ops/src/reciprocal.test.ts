import { checkOp } from '@chainrule/testing';
import { reciprocal } from './reciprocal.ts';

checkOp(reciprocal, {
  special: [
    [[0], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], 0],
  ],
});
