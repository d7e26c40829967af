import { checkOp } from '@chainrule/testing';
import { or } from './or.ts';

checkOp(or, {
  symmetric: true,
  special: [
    [[0, 0], 0],
    [[0, 2], 1],
    [[2, 0], 1],
  ],
  nan: [],
});
