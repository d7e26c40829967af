import type { LossName } from '../../state/labState.ts';
import type { Lesson } from '../lesson.ts';
import { isRight } from '../quality.ts';
import { table, variant } from '../states.ts';

const signs = table(
  ['x', 'side'],
  Array.from({ length: 40 }, (_, i) => [(2 * i - 39) / 20, i < 20 ? 'left' : 'right']),
);

const wrong = (loss: LossName) =>
  variant('aboveTheLine', {
    data: signs,
    network: '1 > linear 1 sigmoid',
    training: { loss, rate: 5, batch: 40, pace: 100 },
    weights: [-800, 0],
  });

export const saturatedSigmoid: Lesson = {
  name: 'saturated-sigmoid',
  title: 'Sure, and wrong',
  text: [
    'The weight is −800: every answer is wrong, and `sigmoid(z)` is so sure of it that it rounds to 0 or 1. Its own slope is 0 there.',
    'A loss that looks only at the rounded probability, a squared error or a cross-entropy that is clipped, has no slope either. This library rewrites the cross-entropy of a sigmoid in terms of `z`: its slope is `sigmoid(z) − y`, exact everywhere.',
  ],
  state: wrong('squaredError'),
  tasks: [
    {
      text: 'Play 200 steps with the squared error: not one point becomes right.',
      holds: ({ state, frame: { clock } }) => state.training.loss === 'squaredError' && clock.step >= 200,
    },
    {
      text: 'Open the same weights with the cross-entropy, and play until all points are right.',
      state: wrong('crossEntropy'),
      holds: (seen) => seen.state.training.loss === 'crossEntropy' && isRight(seen, 1),
    },
  ],
  moral: 'Nothing is clipped here: the worse the answer, the stronger the pull.',
};
