import { evaluator } from '@chainrule/core';
import { expect, test } from 'vitest';
import { classifier, fitClassifier } from './classifier.ts';

test('the y > x classifier puts new points on the right side', async () => {
  const { above } = classifier();
  await fitClassifier(above, false);
  const places = { x: [0.2, 0.9, -0.5, 3, -7], y: [0.8, 0.1, -0.4, -2, -5] };
  expect(Array.from(evaluator(above).batch(places), (p) => p > 0.5)).toEqual([true, false, true, false, true]);
});
