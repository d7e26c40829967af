import { checkOp } from '@chainrule/testing';
import { select } from './select.ts';

checkOp(select, {
  notation: 'a != 0 ? b : c',
  special: [
    [[1, 2, Number.NaN], 2],
    [[0, Number.POSITIVE_INFINITY, 3], 3],
  ],
  kinks: [
    [
      [1, 2, Number.POSITIVE_INFINITY],
      [0, 1, 0],
    ],
    [
      [0, Number.NaN, 2],
      [0, 0, 1],
    ],
  ],
  nan: [],
});
