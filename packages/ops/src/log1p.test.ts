import { checkOp } from '@chainrule/testing';
import { log1p } from './log1p.ts';

checkOp(log1p, {
  special: [
    [[-1], Number.NEGATIVE_INFINITY],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[0], 0],
    [[-2], Number.NaN],
  ],
});
