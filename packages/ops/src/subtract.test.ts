import { checkOp } from '@chainrule/testing';
import { subtract } from './subtract.ts';

checkOp(subtract, { notation: 'a - b', largest: 1e307 });
