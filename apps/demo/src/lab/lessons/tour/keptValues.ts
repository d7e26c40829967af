import type { Lesson } from '../lesson.ts';
import { variant } from '../states.ts';

export const keptValues: Lesson = {
  name: 'kept-values',
  title: 'Forward, once',
  text: [
    'Each node keeps the value that it had in the forward pass, for the backward pass needs it again: the derivative of `tanh(z)` is `1 − tanh(z)²`.',
    'Nothing is computed twice. The same row with the same weights costs no work at all; another row, or one changed weight, is always seen.',
  ],
  state: variant('xor', { view: { level: 'neurons' } }),
  tasks: [
    {
      text: 'Look at another training row in the graph: all values change.',
      holds: ({ state }) => state.view.sample > 0,
    },
    {
      text: 'Go back to the first row: every value has its old bits.',
      holds: ({ state }) => state.view.sample === 0,
    },
  ],
  moral: 'A value is a function of the row and the weights, and of nothing else.',
};
