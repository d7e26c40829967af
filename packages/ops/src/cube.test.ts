import { checkOp } from '@chainrule/testing';
import { cube } from './cube.ts';

checkOp(cube, {
  notation: 'a ** 3',
  largest: 1e100,
  special: [[[Number.NEGATIVE_INFINITY], Number.NEGATIVE_INFINITY]],
});
