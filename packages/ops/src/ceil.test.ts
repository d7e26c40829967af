import { checkOp } from '@chainrule/testing';
import { ceil } from './ceil.ts';

checkOp(ceil, {
  special: [
    [[-0.5], 0],
    [[3], 3],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  ],
  kinks: [[[3], [0]]],
});
