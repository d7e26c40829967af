import { checkOp } from '@chainrule/testing';
import { hardSwish } from './hardSwish.ts';

checkOp(hardSwish, {
  partialUnit: 1,
  special: [
    [[3], 3],
    [[-3], 0],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  ],
  kinks: [
    [[3], [1]],
    [[-3], [0]],
  ],
});
