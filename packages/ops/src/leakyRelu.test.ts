import { checkOp } from '@chainrule/testing';
import { leakyRelu } from './leakyRelu.ts';

checkOp(leakyRelu, {
  special: [
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY],
  ],
  kinks: [[[0], [0.01]]],
});
