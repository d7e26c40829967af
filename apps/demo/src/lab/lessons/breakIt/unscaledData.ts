import type { Lesson } from '../lesson.ts';
import { isRight } from '../quality.ts';
import { table, variant } from '../states.ts';

const customers = Array.from({ length: 200 }, (_, i) => {
  const income = 20_000 + ((i * 7919) % 60_000);
  const age = 20 + ((i * 37) % 61);
  return [income, age, (income - 50_000) / 30_000 > (age - 50) / 30 ? 'yes' : 'no'];
});

export const unscaledData: Lesson = {
  name: 'unscaled-data',
  title: 'Numbers of all sizes',
  text: [
    'Who buys? Incomes are in the ten thousands, ages below a hundred. The sums in the first layer are huge, so every `tanh` is at −1 or 1, where its slope is 0.',
    '`standardize` subtracts the mean of each input and divides by its deviation. It is part of the network, so an exported one does it too.',
  ],
  state: variant('moons', {
    data: { ...table(['income', 'age', 'buys'], customers), test: 0.2 },
    network: '2 > linear 8 tanh > linear 1 sigmoid',
  }),
  tasks: [
    {
      text: 'Play 300 steps: the network is hardly better than guessing.',
      holds: ({ state, frame: { clock } }) => !state.model.network.includes('standardize') && clock.step >= 300,
    },
    {
      text: 'Write `2 > standardize > linear 8 tanh > linear 1 sigmoid` at the left, and play until 95 % are right.',
      holds: (seen) => seen.state.model.network.includes('standardize') && isRight(seen, 0.95),
    },
  ],
  moral: 'Inputs around −1 … 1 are what initial weights and rates are made for.',
};
