import { checkOp } from '@chainrule/testing';
import { floor } from './floor.ts';

checkOp(floor, {
  special: [
    [[-0.5], -1],
    [[3], 3],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  ],
  kinks: [[[3], [0]]],
});
