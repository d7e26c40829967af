import { checkOp } from '@chainrule/testing';
import { sumOfSquares } from './sumOfSquares.ts';

checkOp(sumOfSquares, { symmetric: true, largest: 1e150 });
