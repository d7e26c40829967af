import { checkOp } from '@chainrule/testing';
import { cbrt } from './cbrt.ts';

checkOp(cbrt, {
  special: [
    [[0], 0],
    [[-27], -3],
    [[1000], 10],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY],
  ],
  kinks: [[[0], [Number.POSITIVE_INFINITY]]],
});
