import type { Lesson } from '../lesson.ts';
import { isClose } from '../quality.ts';
import { variant } from '../states.ts';

export const compiledFunction: Lesson = {
  name: 'compiled-function',
  title: 'A network is just a function',
  text: [
    'Compiling turns the graph into a function of its inputs, by name: `predict({ fahrenheit: 32 })`. A name that is missing or misspelt is an error, never a silent zero.',
    'The graph is read once; after that a call is only arithmetic. What you export is the same function, in another language.',
  ],
  state: variant('fahrenheit', { view: { tab: 'picture' } }),
  tasks: [
    { text: 'Play until the network knows the rule.', holds: (seen) => isClose(seen, 0.01) },
    {
      text: 'Open the Code tab, and find the name of the input in the function.',
      holds: ({ state }) => state.view.tab === 'code',
    },
    { text: 'What does the function give for 212 °F?', answer: 100, tolerance: 0.1 },
  ],
  moral: 'The exported function has no library behind it: a weight, a bias, and the name of an input.',
};
