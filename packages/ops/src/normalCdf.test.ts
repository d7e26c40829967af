import { checkOp } from '@chainrule/testing';
import { normalCdf } from './normalCdf.ts';

checkOp(normalCdf, {
  unit: 1,
  partialUlp: (x) => 4 + x * x,
  special: [
    [[0], 0.5],
    [[40], 1],
    [[-40], 0],
  ],
});
