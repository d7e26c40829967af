import type { Lesson } from '../lesson.ts';
import { isClose } from '../quality.ts';
import { variant } from '../states.ts';

export const formula: Lesson = {
  name: 'formula',
  title: 'The network as a formula',
  text: [
    'The graph prints itself as a formula, with the weights in it. At first it is nonsense; training makes it true.',
    'Nobody tells the network the rule. It sees temperatures in both scales, and finds `5/9` and `−160/9` by itself.',
  ],
  state: variant('fahrenheit', { training: { pace: 500 } }),
  tasks: [
    { text: 'Open the Formula tab.', holds: ({ state }) => state.view.tab === 'formula' },
    { text: 'Play, and watch the numbers until they stand still.', holds: (seen) => isClose(seen, 0.001) },
    { text: 'Which number stands before fahrenheit? Four digits will do.', answer: 5 / 9, tolerance: 1e-3 },
  ],
  moral: 'A small model is not a black box: you can read it.',
};
