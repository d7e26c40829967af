import { checkOp } from '@chainrule/testing';
import { asinh } from './asinh.ts';

checkOp(asinh, {
  special: [
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY],
    [[0], 0],
  ],
});
