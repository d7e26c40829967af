import { expect, it, test } from 'vitest';
import { presets } from '../state/presets.ts';
import { adaptNetwork } from './adapt.ts';
import { checkFit, type Shape } from './fit.ts';
import { parseNetwork } from './grammar.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `x${i}`);
const regression: Shape = { task: 'regression', features: names(3), classes: [] };
const binary: Shape = { task: 'binary', features: names(2), classes: ['no', 'yes'] };
const classes: Shape = { task: 'classes', features: names(4), classes: ['a', 'b', 'c'] };

test.each<[string, string, Shape, string]>([
  [
    'hidden layers stay',
    '2 > linear 8 tanh > linear 4 relu > linear 1 sigmoid',
    classes,
    '4 > linear 8 tanh > linear 4 relu > linear 3 softmax',
  ],
  [
    'a sigmoid is taken away from a number',
    '2 > linear 8 tanh > linear 1 sigmoid',
    regression,
    '3 > linear 8 tanh > linear 1',
  ],
  ['two classes need one output', '4 > standardize > linear 3 softmax', binary, '2 > standardize > linear 1 sigmoid'],
  ['what follows the last linear layer goes', '2 > linear 1 > standardize', binary, '2 > linear 1 sigmoid'],
  ['a text that cannot be read is replaced', '2 > dense', regression, '3 > linear 8 tanh > linear 1'],
])('%s', (_, text, shape, adapted) => {
  expect(adaptNetwork(text, shape)).toBe(adapted);
});

it('every network of a preset can be made to fit any data', () => {
  for (const { state } of Object.values(presets))
    for (const shape of [regression, binary, classes])
      expect(() => checkFit(parseNetwork(adaptNetwork(state.model.network, shape)), shape)).not.toThrow();
});

test.each<[string, Shape, RegExp]>([
  ['3 > linear 1 sigmoid', binary, /The network has 3 inputs, the data has 2: x0, x1\. Write 2 > …/],
  [
    '2 > linear 2 sigmoid',
    binary,
    /The last layer has 2 outputs, but the data has two classes: end in "linear 1 sigmoid"/,
  ],
  ['4 > linear 1', classes, /The last layer has 1 outputs, but the data has 3 classes: end in "linear 3 softmax"/],
  ['3 > linear 2', regression, /but the data has one number to predict: end in "linear 1"/],
  ['2 > linear 1 > standardize', binary, /The last layer must be linear/],
  ['2 > linear 1000 tanh > linear 1000 tanh > linear 1 sigmoid', binary, /1005001 parameters, the Lab takes 200000/],
])('%s does not fit', (text, shape, message) => {
  expect(() => checkFit(parseNetwork(text), shape)).toThrow(message);
});
