import { checkOp } from '@chainrule/testing';
import { abs } from './abs.ts';

checkOp(abs, {
  special: [
    [[Number.NEGATIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[0], 0],
  ],
  kinks: [[[0], [0]]],
});
