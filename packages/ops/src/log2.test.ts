import { checkOp } from '@chainrule/testing';
import { log2 } from './log2.ts';

checkOp(log2, {
  special: [
    [[0], Number.NEGATIVE_INFINITY],
    [[8], 3],
    [[-1], Number.NaN],
  ],
});
