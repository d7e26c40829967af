import { checkOp } from '@chainrule/testing';
import { tanhshrink } from './tanhshrink.ts';

checkOp(tanhshrink, {
  unit: (x) => x,
  special: [
    [[0], 0],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  ],
});
