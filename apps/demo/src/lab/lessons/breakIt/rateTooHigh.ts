import type { Lesson } from '../lesson.ts';
import { isClose } from '../quality.ts';
import { variant } from '../states.ts';

export const rateTooHigh: Lesson = {
  name: 'rate-too-high',
  title: 'The rate is too high',
  text: [
    'A step that is too long lands higher on the other side of the valley than it started; the next is longer still.',
    'The Lab stops at the first number that overflows, keeps the last good weights, and says where it was.',
  ],
  state: variant('sine', { training: { optimizer: 'sgd', rate: 1 } }),
  tasks: [
    { text: 'Play, and read what comes at the top of the page.', holds: ({ problem }) => problem?.part === 'run' },
    {
      text: 'Lower the rate to 0.1 at the left, and play until the error is below 0.2.',
      holds: (seen) => seen.state.training.rate <= 0.1 && isClose(seen, 0.2),
    },
  ],
  moral: 'If the loss jumps or explodes, divide the rate by ten before anything else.',
};
