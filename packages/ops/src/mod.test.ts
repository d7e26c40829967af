import { checkOp } from '@chainrule/testing';
import { mod } from './mod.ts';

checkOp(mod, {
  unit: (a) => a,
  special: [
    [[-1, 3], 2],
    [[5, -3], -1],
    [[6, 3], 0],
  ],
  kinks: [
    [
      [6, 3],
      [1, -2],
    ],
  ],
});
