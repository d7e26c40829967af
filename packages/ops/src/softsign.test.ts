import { checkOp } from '@chainrule/testing';
import { softsign } from './softsign.ts';

checkOp(softsign, {
  special: [
    [[3], 0.75],
    [[-3], -0.75],
    [[1e308], 1],
  ],
  kinks: [[[0], [1]]],
});
