import { checkOp } from '@chainrule/testing';
import { atan } from './atan.ts';

checkOp(atan, {
  special: [
    [[Number.POSITIVE_INFINITY], Math.PI / 2],
    [[Number.NEGATIVE_INFINITY], -Math.PI / 2],
    [[0], 0],
  ],
});
