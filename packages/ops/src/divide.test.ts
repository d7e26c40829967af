import { checkOp } from '@chainrule/testing';
import { divide } from './divide.ts';

checkOp(divide, {
  notation: 'a / b',
  special: [
    [[1, 0], Number.POSITIVE_INFINITY],
    [[-1, 0], Number.NEGATIVE_INFINITY],
    [[0, 0], Number.NaN],
    [[1, Number.POSITIVE_INFINITY], 0],
  ],
});
