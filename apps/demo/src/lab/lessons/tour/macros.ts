import type { Lesson } from '../lesson.ts';
import { variant } from '../states.ts';

export const macros: Lesson = {
  name: 'macros',
  title: 'A layer is a macro',
  text: [
    'The library knows no layers. `linear 8` is a macro: it expands into multiplications and additions, and leaves its name on them.',
    'The graph can show all three: blocks as you wrote them, neurons, and every single operation.',
  ],
  state: variant('circles', { view: { level: 'neurons' } }),
  tasks: [
    { text: 'Show the graph as blocks.', holds: ({ state }) => state.view.level === 'blocks' },
    { text: 'Now show its scalars: every single operation.', holds: ({ state }) => state.view.level === 'nodes' },
    {
      text: 'How many weights and biases has `2 > linear 8 tanh > linear 1 sigmoid`?',
      answer: 33,
      tolerance: 0,
    },
  ],
  moral: '2 · 8 + 8, and 8 · 1 + 1: a layer is a habit of speech, the graph is what is computed.',
};
