import { checkOp } from '@chainrule/testing';
import { square } from './square.ts';

checkOp(square, {
  notation: 'a ** 2',
  largest: 1e150,
  special: [[[Number.NEGATIVE_INFINITY], Number.POSITIVE_INFINITY]],
});
