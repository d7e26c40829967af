import { checkOp } from '@chainrule/testing';
import { softshrink } from './softshrink.ts';

checkOp(softshrink, {
  special: [
    [[0.5], 0],
    [[3], 2.5],
    [[-3], -2.5],
  ],
  kinks: [
    [[0.5], [0]],
    [[-0.5], [0]],
  ],
});
