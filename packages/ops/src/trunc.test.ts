import { checkOp } from '@chainrule/testing';
import { trunc } from './trunc.ts';

checkOp(trunc, {
  special: [
    [[-1.5], -1],
    [[1.5], 1],
    [[Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY],
  ],
  kinks: [[[3], [0]]],
});
