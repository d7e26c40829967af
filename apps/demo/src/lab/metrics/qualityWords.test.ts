import { expect, it, test } from 'vitest';
import type { About } from '../worker/protocol.ts';
import { percent, short } from './figureText.ts';
import { qualityWords } from './qualityWords.ts';

const about: About = {
  task: 'classes',
  features: ['a'],
  targetName: 'species',
  classes: ['setosa', 'versicolor', 'virginica'],
  rows: { training: 120, test: 30 },
  parameters: 9,
  baseline: { says: 2, training: 0.36, test: 0.3 },
};

it('says what always guessing the largest class would give, on the same rows', () => {
  expect(qualityWords(about, { training: 0.99, test: 0.967 })).toEqual({
    network: '96.7 % right',
    baseline: 'always guessing the largest class, virginica: 30 %',
    rows: 'on rows kept for the test',
  });
  expect(qualityWords(about, { training: 0.99, test: undefined }).network).toBe('99 % right');
});

it('says how far numbers are off, and the mean is', () => {
  const numbers: About = {
    ...about,
    task: 'regression',
    classes: [],
    baseline: { says: -17.77, training: 4, test: undefined },
  };
  expect(qualityWords(numbers, { training: 0.01234, test: undefined })).toEqual({
    network: 'off by 0.0123',
    baseline: 'always saying the mean, −17.8: off by 4',
    rows: 'on the rows it is trained on (root mean square)',
  });
});

test.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.99999, '99.9 %'],
  [0.00001, '0.1 %'],
  [0.3333, '33.3 %'],
])('percent(%d) is %s', (share, text) => {
  expect(percent(share)).toBe(text);
});

test.each([
  [0, '0'],
  [-0.5, '−0.5'],
  [1234.5, '1230'],
  [0.000123, '1.23e−4'],
  [1e9, '1.00e+9'],
  [Number.POSITIVE_INFINITY, '∞'],
  [Number.NaN, 'no number'],
])('short(%d) is %s', (value, text) => {
  expect(short(value)).toBe(text);
});
