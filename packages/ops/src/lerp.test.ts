import { checkOp } from '@chainrule/testing';
import { lerp } from './lerp.ts';

checkOp(lerp, {
  largest: 1e150,
  unit: (a, b, t) => Math.abs((1 - t) * a) + Math.abs(t * b),
  special: [
    [[3, 7, 0], 3],
    [[3, 7, 1], 7],
  ],
});
