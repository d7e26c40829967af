import { checkOp } from '@chainrule/testing';
import { round } from './round.ts';

checkOp(round, {
  special: [
    [[2.5], 3],
    [[-2.5], -2],
    [[0.49999999999999994], 0],
    [[2 ** 52 + 1], 2 ** 52 + 1],
  ],
  kinks: [[[2.5], [0]]],
});
