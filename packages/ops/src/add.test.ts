import { checkOp } from '@chainrule/testing';
import { add } from './add.ts';

checkOp(add, {
  notation: 'a + b + c',
  symmetric: true,
  largest: 1e307,
  ulp: 2,
  unit: (...xs) => xs.reduce((sum, x) => sum + Math.abs(x), 0),
});
