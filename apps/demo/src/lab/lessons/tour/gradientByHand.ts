import type { Lesson } from '../lesson.ts';
import { table, variant } from '../states.ts';

export const gradientByHand: Lesson = {
  name: 'gradient-by-hand',
  title: 'A gradient by hand',
  text: [
    'One weight `w = 2`, one bias `b = 1`, and one thing to learn: `x = 3` gives `y = 5` (the table says it twice). The loss is the squared error `(w·x + b − y)²`; here `(6 + 1 − 5)² = 4`.',
    'By the chain rule, `∂L/∂w = 2 · (w·x + b − y) · x`. A step then moves the weight against it: `w ← w − 0.01 · ∂L/∂w`.',
  ],
  state: variant('fahrenheit', {
    data: table(
      ['x', 'y'],
      [
        [3, 5],
        [3, 5],
      ],
    ),
    training: { pace: 1 },
    view: { level: 'nodes' },
    weights: [2, 1],
  }),
  tasks: [
    { text: 'What is ∂L/∂w? Work it out on paper.', answer: 12, tolerance: 0 },
    {
      text: 'Make one step of training, in the bar of time below.',
      holds: ({ frame: { clock } }) => clock.step >= 1,
    },
    { text: 'What is the weight now? Read it off the graph, or work it out.', answer: 1.88, tolerance: 1e-9 },
  ],
  moral: 'That is all of training: derivatives by the chain rule, and small steps against them.',
};
