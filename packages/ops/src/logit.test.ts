import { checkOp } from '@chainrule/testing';
import { logit } from './logit.ts';

checkOp(logit, {
  special: [
    [[0], Number.NEGATIVE_INFINITY],
    [[1], Number.POSITIVE_INFINITY],
    [[0.5], 0],
    [[2], Number.NaN],
  ],
});
