import { checkOp } from '@chainrule/testing';
import { cos } from './cos.ts';

checkOp(cos, {
  special: [
    [[0], 1],
    [[Number.POSITIVE_INFINITY], Number.NaN],
  ],
});
