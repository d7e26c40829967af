import { poissonWithLogRate } from './poissonWithLogRate.ts';
import { checkLoss } from './references/checkLoss.ts';

checkLoss('poissonWithLogRate', poissonWithLogRate, { smooth: [0.7, 0.4] });
