import { checkOp } from '@chainrule/testing';
import { radians } from './radians.ts';

checkOp(radians, {
  special: [
    [[180], Math.PI],
    [[0], 0],
  ],
});
