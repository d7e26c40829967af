import type { Lesson } from '../lesson.ts';
import { isRight } from '../quality.ts';
import { variant } from '../states.ts';

export const listOutputs: Lesson = {
  name: 'list-outputs',
  title: 'Several outputs',
  text: [
    'A network may have any number of outputs. For three kinds of flowers it has three, and `softmax` makes probabilities of them: positive, with the sum 1.',
    'The loss is the cross-entropy: minus the logarithm of the probability that the right kind was given.',
  ],
  state: variant('iris', {}),
  tasks: [
    { text: 'Play until 95 % of the flowers are told right.', holds: (seen) => isRight(seen, 0.95) },
    {
      text: 'Open the Metrics tab: which kinds are taken for each other?',
      holds: ({ state }) => state.view.tab === 'metrics',
    },
  ],
  moral: 'Softmax and cross-entropy together have a simple derivative: what was said minus what is true.',
};
