import { checkOp } from '@chainrule/testing';
import { selu } from './selu.ts';

checkOp(selu, {
  special: [
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], -1.7580993408473766],
  ],
  kinks: [
    [[0], [1.7580993408473766]],
    [[1000], [1.0507009873554805]],
    [[-1000], [0]],
  ],
});
