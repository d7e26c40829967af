import { ask, state } from '../store.ts';
import type { Check } from './check.ts';
import { readable } from './readable.ts';

export const gradient: Check = {
  title: 'Derivatives are right',
  about: 'The derivative of the loss for each parameter, by calculus, against differences of the loss itself.',
  run: async () => {
    const { sample } = state.value.view;
    const { passed, count, parameters, tolerance, worst } = await ask('checkGradient', sample);
    const some = count < parameters ? `${readable(count)} of ${readable(parameters)}` : readable(count);
    return {
      holds: passed,
      result: `${some} ${parameters === 1 ? 'parameter' : 'parameters'}, worst difference ${worst.error.toExponential(1)}.`,
      numbers: [
        ['allowed', tolerance.toExponential(0)],
        ['at row', readable(sample + 1)],
        ['worst parameter', worst.node],
        ['by calculus', worst.gradient.toPrecision(12)],
        ['by differences', worst.difference.toPrecision(12)],
      ],
    };
  },
};
