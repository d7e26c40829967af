import { checkOp } from '@chainrule/testing';
import { prelu } from './prelu.ts';

checkOp(prelu, {
  largest: 1e150,
  special: [
    [[-4, 0.25], -1],
    [[4, 0.25], 4],
  ],
  kinks: [
    [
      [0, 0.25],
      [0.25, 0],
    ],
  ],
  nan: [0],
});
