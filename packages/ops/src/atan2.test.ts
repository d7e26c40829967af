import { checkOp } from '@chainrule/testing';
import { atan2 } from './atan2.ts';

checkOp(atan2, {
  special: [
    [[0, 1], 0],
    [[0, -1], Math.PI],
    [[1, 0], Math.PI / 2],
    [[Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], Math.PI / 4],
  ],
});
