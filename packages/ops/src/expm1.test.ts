import { checkOp } from '@chainrule/testing';
import { expm1 } from './expm1.ts';

checkOp(expm1, {
  special: [
    [[Number.NEGATIVE_INFINITY], -1],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[0], 0],
  ],
});
