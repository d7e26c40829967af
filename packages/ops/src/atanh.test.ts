import { checkOp } from '@chainrule/testing';
import { atanh } from './atanh.ts';

checkOp(atanh, {
  special: [
    [[1], Number.POSITIVE_INFINITY],
    [[-1], Number.NEGATIVE_INFINITY],
    [[0], 0],
    [[2], Number.NaN],
  ],
});
