import { checkOp } from '@chainrule/testing';
import { sin } from './sin.ts';

checkOp(sin, {
  special: [
    [[0], 0],
    [[Number.POSITIVE_INFINITY], Number.NaN],
  ],
});
