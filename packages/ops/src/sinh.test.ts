import { checkOp } from '@chainrule/testing';
import { sinh } from './sinh.ts';

checkOp(sinh, {
  special: [
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
    [[Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY],
    [[0], 0],
    [[711], Number.POSITIVE_INFINITY],
  ],
});
