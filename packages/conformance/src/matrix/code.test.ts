import { c } from '../targets/c.ts';
import { javascript } from '../targets/javascript.ts';
import { pythonTarget } from '../targets/python.ts';
import { matrix } from './matrix.ts';

matrix([
  javascript('bundled', { bound: 0 }),
  javascript('Math', { bound: 1e-15, unit: 2 ** -52 }),
  c({}, { bound: 0 }),
  c({ functions: 'math.h' }, { bound: 1e-15, unit: 2 ** -52 }),
  c(
    { type: 'float' },
    {
      bound: 1e-6,
      unit: 2 ** -23,
      rounded: Math.fround,
      leavesOut: ({ random }) => (random ? 'its values do not fit into 32 bits' : undefined),
    },
  ),
  pythonTarget,
]);
