import { checkOp } from '@chainrule/testing';
import { hardshrink } from './hardshrink.ts';

checkOp(hardshrink, {
  special: [
    [[0.5], 0],
    [[-0.5], 0],
    [[3], 3],
    [[Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY],
  ],
  kinks: [
    [[0.5], [0]],
    [[-0.5], [0]],
  ],
});
