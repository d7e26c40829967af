import { checkOp } from '@chainrule/testing';
import { cosh } from './cosh.ts';

checkOp(cosh, {
  special: [
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[0], 1],
    [[711], Number.POSITIVE_INFINITY],
  ],
});
