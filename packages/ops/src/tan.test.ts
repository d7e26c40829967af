import { checkOp } from '@chainrule/testing';
import { tan } from './tan.ts';

checkOp(tan, {
  special: [
    [[0], 0],
    [[Number.POSITIVE_INFINITY], Number.NaN],
  ],
});
