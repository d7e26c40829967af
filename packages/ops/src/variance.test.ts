import { checkOp } from '@chainrule/testing';
import { variance } from './variance.ts';

checkOp(variance, {
  symmetric: true,
  largest: 1e150,
  partialUnit: (...xs) => Math.max(...xs.map(Math.abs)) / xs.length,
  special: [
    [[7], 0],
    [[2, 2, 2], 0],
  ],
});
