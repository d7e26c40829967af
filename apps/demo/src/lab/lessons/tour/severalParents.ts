import type { Lesson } from '../lesson.ts';
import { variant } from '../states.ts';

export const severalParents: Lesson = {
  name: 'several-parents',
  title: 'Several parents',
  text: [
    'A value may be used more than once. Each use passes a derivative back, and they are summed: that is the whole rule for graphs that are no trees.',
    'In this network each neuron of the first layer feeds two of the second.',
  ],
  state: variant('xor', { network: '2 > linear 2 tanh > linear 2 tanh > linear 1 sigmoid' }),
  tasks: [
    {
      text: 'Select a neuron of the first layer, by pointer or with the arrow keys in the graph.',
      holds: ({ state }) => /^neuron:0:|^node:/.test(state.view.selected ?? ''),
    },
    { text: '`a = 1`, `b = a + a`, `c = b + b`. What is ∂c/∂a?', answer: 4, tolerance: 0 },
  ],
  moral: 'Forget the sum, and the answer is 1: this very mistake has been made in well-known libraries.',
};
