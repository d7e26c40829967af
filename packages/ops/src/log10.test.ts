import { checkOp } from '@chainrule/testing';
import { log10 } from './log10.ts';

checkOp(log10, {
  special: [
    [[0], Number.NEGATIVE_INFINITY],
    [[100], 2],
    [[-1], Number.NaN],
  ],
});
