import { checkOp } from '@chainrule/testing';
import { acos } from './acos.ts';

checkOp(acos, {
  special: [
    [[1], 0],
    [[-1], Math.PI],
    [[-2], Number.NaN],
  ],
  kinks: [[[1], [Number.NEGATIVE_INFINITY]]],
});
