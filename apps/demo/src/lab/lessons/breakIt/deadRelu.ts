import type { Lesson } from '../lesson.ts';
import { isClose } from '../quality.ts';
import { table, variant } from '../states.ts';

const parabola = table(
  ['x', 'y'],
  Array.from({ length: 40 }, (_, i) => [i / 40, (i / 40) ** 2]),
);
const weights = [-1, -1.25, -1.5, -1.75, -0.5, -0.5, -0.5, -0.5, 0.3, 0.5, -0.4, 0.7, 0];

export const deadRelu: Lesson = {
  name: 'dead-relu',
  title: 'Dead units',
  text: [
    '`relu(z)` is 0 where `z` is negative, and so is its derivative. Here all four units have a negative `z` on every row: no gradient comes through, and they never move again.',
    'Only the last bias learns, so the curve stays flat. `leakyRelu` lets a hundredth of the slope through.',
  ],
  state: variant('sine', {
    data: parabola,
    network: '1 > linear 4 relu > linear 1',
    training: { rate: 0.02 },
    weights,
  }),
  tasks: [
    {
      text: 'Play 500 steps: the curve stays a flat line.',
      holds: ({ state, frame: { clock } }) => state.model.network.includes(' relu') && clock.step >= 500,
    },
    {
      text: 'Open the same weights with leakyRelu, and play until the error is below 0.05.',
      state: variant('sine', {
        data: parabola,
        network: '1 > linear 4 leakyRelu > linear 1',
        training: { rate: 0.02 },
        weights,
      }),
      holds: (seen) => seen.state.model.network.includes('leakyRelu') && isClose(seen, 0.05),
    },
  ],
  moral: 'A derivative of exactly 0 is a wall: look for it in the graph when nothing moves.',
};
