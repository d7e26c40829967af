import { expect, test } from 'vitest';
import { listing } from './listing.ts';

const source = new URL('../models/thermometer.ts', import.meta.url);

test('listing gives the lines of a region of the source that runs, without its indentation', () => {
  expect(listing(source, 'model')).toEqual([
    "const fahrenheit = input('fahrenheit');",
    'const [weight, bias] = [parameter(), parameter()];',
    'const celsius = add(multiply(weight, fahrenheit), bias);',
  ]);
  expect(listing(source, 'train').slice(1, 3)).toEqual([
    'const history = await train(loss, rows, {',
    '  optimizer: sgd(0.01),',
  ]);
});

test('listing names the region that a file does not have', () => {
  expect(() => listing(source, 'weather')).toThrow('thermometer.ts has no region "weather" with an end.');
});
