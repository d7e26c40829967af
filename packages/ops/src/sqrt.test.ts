import { checkOp } from '@chainrule/testing';
import { sqrt } from './sqrt.ts';

checkOp(sqrt, {
  special: [
    [[0], 0],
    [[-1], Number.NaN],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  ],
  kinks: [[[0], [Number.POSITIVE_INFINITY]]],
});
