import { checkOp } from '@chainrule/testing';
import { standardDeviation } from './standardDeviation.ts';

checkOp(standardDeviation, {
  symmetric: true,
  // the deviation from the mean is exact to an ulp of the largest element
  partialUnit: (...xs) => Math.max(...xs.map(Math.abs)) / (Math.max(...xs) - Math.min(...xs)),
  special: [
    [[7], 0],
    [[2, 2, 2], 0],
  ],
  kinks: [
    [[7], [0]],
    [
      [2, 2, 2],
      [0, 0, 0],
    ],
  ],
});
