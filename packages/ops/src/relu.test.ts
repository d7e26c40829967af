import { checkOp } from '@chainrule/testing';
import { relu } from './relu.ts';

checkOp(relu, {
  special: [
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], 0],
    [[0], 0],
  ],
  kinks: [
    [[0], [0]],
    [[-0], [0]],
  ],
});
