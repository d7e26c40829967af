import { checkOp } from '@chainrule/testing';
import { multiply } from './multiply.ts';

checkOp(multiply, { notation: 'a * b * c', symmetric: true, largest: 1e100, ulp: 2 });
