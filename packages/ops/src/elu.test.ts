import { checkOp } from '@chainrule/testing';
import { elu } from './elu.ts';

checkOp(elu, {
  special: [
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], -1],
  ],
  kinks: [
    [[0], [1]],
    [[1000], [1]],
    [[-1000], [0]],
  ],
});
