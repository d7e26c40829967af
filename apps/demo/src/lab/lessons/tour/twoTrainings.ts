import { presets } from '../../state/presets.ts';
import type { Lesson } from '../lesson.ts';
import { isClose, isRight } from '../quality.ts';

export const twoTrainings: Lesson = {
  name: 'two-trainings',
  title: 'Train the two of the article',
  text: [
    'The first answers a question: is `y > x`? Its output is a probability, and its boundary a straight line.',
    'The second gives a number: Celsius from Fahrenheit. Only data, activation and loss differ; graph, derivatives and steps are the same.',
  ],
  state: presets.aboveTheLine.state,
  tasks: [
    { text: 'Play until 95 % of the points are told right.', holds: (seen) => isRight(seen, 0.95) },
    {
      text: 'Open the thermometer and play until it errs by less than a hundredth of a degree.',
      state: presets.fahrenheit.state,
      holds: (seen) => seen.state.model.network === '1 > linear 1' && isClose(seen, 0.01),
    },
  ],
  moral: 'You have seen all of the article. What can break it? The other lessons show.',
};
