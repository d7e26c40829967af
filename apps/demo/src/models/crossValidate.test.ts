import { parameters } from '@chainrule/core';
import { accuracy } from '@chainrule/training';
import { expect, test } from 'vitest';
import { crossValidate } from './crossValidate.ts';

test.each([1, 2, 3])(
  'iris, 4-8-3: 5-fold cross-validated accuracy is at least 0.955 (folds from seed %d)',
  async (seed) => {
    const trials = await crossValidate(false, seed);
    expect(trials.map(({ training, test }) => [training.length, test.length])).toEqual(Array(5).fill([120, 30]));
    const right = trials.map(({ predicted, test }) => {
      const kinds = test.map(({ species }) => species);
      return Math.round(accuracy(predicted, kinds) * test.length);
    });
    expect(right.reduce((a, b) => a + b) / 150).toBeGreaterThanOrEqual(0.955);
    expect(trials.map(({ network }) => parameters(network).length)).toEqual([67, 67, 67, 67, 67]);
  },
);
