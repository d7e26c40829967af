import { checkOp } from '@chainrule/testing';
import { negate } from './negate.ts';

checkOp(negate, { notation: '-a', special: [[[Number.POSITIVE_INFINITY], Number.NEGATIVE_INFINITY]] });
