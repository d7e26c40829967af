import { checkOp } from '@chainrule/testing';
import { exp } from './exp.ts';

checkOp(exp, {
  special: [
    [[Number.NEGATIVE_INFINITY], 0],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[0], 1],
  ],
});
