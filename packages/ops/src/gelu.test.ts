import { checkOp } from '@chainrule/testing';
import { gelu } from './gelu.ts';

checkOp(gelu, {
  unit: (x) => x,
  partialUnit: 1,
  special: [
    [[0], 0],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  ],
  kinks: [
    [[1000], [1]],
    [[-1000], [0]],
  ],
});
