import { checkOp } from '@chainrule/testing';
import { gaussian } from './gaussian.ts';

checkOp(gaussian, {
  ulp: (x) => 4 + x * x,
  partialUlp: (x) => 4 + x * x,
  special: [
    [[0], 1],
    [[Number.POSITIVE_INFINITY], 0],
  ],
});
