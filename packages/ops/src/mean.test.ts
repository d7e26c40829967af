import { checkOp } from '@chainrule/testing';
import { mean } from './mean.ts';

checkOp(mean, {
  symmetric: true,
  largest: 1e307,
  unit: (...xs) => xs.reduce((sum, x) => sum + Math.abs(x), 0) / xs.length,
});
