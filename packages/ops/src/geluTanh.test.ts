import { checkOp } from '@chainrule/testing';
import { geluTanh } from './geluTanh.ts';

checkOp(geluTanh, {
  // the argument of the sigmoid is rounded before its exponential is taken
  ulp: (x) => 4 + 4 * Math.abs(x) + 0.2 * Math.abs(x) ** 3,
  partialUlp: (x) => 4 + 4 * Math.abs(x) + 0.2 * Math.abs(x) ** 3,
  partialUnit: (x) => (x > -2 ? 1 : 0),
  special: [
    [[0], 0],
    [[Number.POSITIVE_INFINITY], Number.POSITIVE_INFINITY],
  ],
  kinks: [
    [[1000], [1]],
    [[-1000], [0]],
  ],
});
