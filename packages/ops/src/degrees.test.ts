import { checkOp } from '@chainrule/testing';
import { degrees } from './degrees.ts';

checkOp(degrees, {
  special: [
    [[Math.PI], 180],
    [[0], 0],
  ],
  largest: 1e306,
});
