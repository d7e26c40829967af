import { checkOp } from '@chainrule/testing';
import { asin } from './asin.ts';

checkOp(asin, {
  special: [
    [[1], Math.PI / 2],
    [[-1], -Math.PI / 2],
    [[2], Number.NaN],
  ],
  kinks: [[[1], [Number.POSITIVE_INFINITY]]],
});
