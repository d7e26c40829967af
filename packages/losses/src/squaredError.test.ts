import { checkLoss } from './references/checkLoss.ts';
import { squaredError } from './squaredError.ts';

checkLoss('squaredError', squaredError, { smooth: [0.7, -0.4], symmetric: true });
