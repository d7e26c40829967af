import { checkOp } from '@chainrule/testing';
import { exp2 } from './exp2.ts';

checkOp(exp2, {
  special: [
    [[10], 1024],
    [[-1074], 5e-324],
    [[Number.NEGATIVE_INFINITY], 0],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  ],
});
