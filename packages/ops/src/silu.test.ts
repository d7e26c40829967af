import { checkOp } from '@chainrule/testing';
import { silu } from './silu.ts';

checkOp(silu, {
  partialUnit: (x) => (1 + Math.abs(x)) / (1 + Math.exp(-x)),
  special: [
    [[0], 0],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[-1000], 0],
  ],
  kinks: [
    [[1000], [1]],
    [[-1000], [0]],
  ],
});
