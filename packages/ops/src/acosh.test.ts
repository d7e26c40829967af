import { checkOp } from '@chainrule/testing';
import { acosh } from './acosh.ts';

checkOp(acosh, {
  special: [
    [[1], 0],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[0.5], Number.NaN],
  ],
  kinks: [[[1], [Number.POSITIVE_INFINITY]]],
});
