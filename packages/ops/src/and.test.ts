import { checkOp } from '@chainrule/testing';
import { and } from './and.ts';

checkOp(and, {
  symmetric: true,
  special: [
    [[1, 2], 1],
    [[0, 2], 0],
    [[2, 0], 0],
  ],
  nan: [],
});
