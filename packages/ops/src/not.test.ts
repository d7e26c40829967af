import { checkOp } from '@chainrule/testing';
import { not } from './not.ts';

checkOp(not, {
  special: [
    [[0], 1],
    [[-0], 1],
    [[3], 0],
  ],
  kinks: [[[0], [0]]],
  nan: [],
});
