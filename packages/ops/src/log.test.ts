import { checkOp } from '@chainrule/testing';
import { log } from './log.ts';

checkOp(log, {
  special: [
    [[0], Number.NEGATIVE_INFINITY],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[1], 0],
    [[-1], Number.NaN],
  ],
});
