import { input } from '@chainrule/core';
import { expect, expectTypeOf, test } from 'vitest';
import { accuracy } from './accuracy.ts';
import type { Metric } from './metric.ts';

test('accuracy(probabilities, labels) counts a probability above a half as 1', () => {
  expect(accuracy([0.2, 0.9, 0.6, 0.5], [0, 1, 0, 0])).toBe(3 / 4);
});

test('accuracy(scores, labels, { threshold: 0 }) takes logits, and labels −1 and 1', () => {
  expect(accuracy([-2, 0.1, 3], [-1, 1, -1], { threshold: 0 })).toBe(2 / 3);
});

test('accuracy of several columns takes the largest, the first of equals', () => {
  const scores = [
    [0.5, 0.1, 0.3],
    [0.5, 0.2, 0.3],
    [0.0, 0.7, 0.4],
  ];
  expect(accuracy(scores, [0, 2, 1])).toBe(2 / 3);
});

test('accuracy takes one-hot labels, as lists or as records', () => {
  const scores = { cat: [0.9, 0.2], dog: [0.1, 0.8] };
  expect(accuracy(scores, { cat: [1, 1], dog: [0, 0] })).toBe(0.5);
  expect(accuracy([scores.cat, scores.dog], [new Float64Array([1, 0]), new Float64Array([0, 1])])).toBe(1);
});

test('accuracy of nodes is a metric with the nodes as outputs', () => {
  const [p, label] = [input('p'), input('label')];
  const metric = accuracy(p, label);
  expectTypeOf(metric).toEqualTypeOf<Metric<'p' | 'label'>>();
  expect(metric.outputs).toEqual([p, label]);
  expect(metric.value([Float64Array.of(0.9, 0.1), Float64Array.of(1, 1)])).toBe(0.5);
});

test('accuracy of record and list of nodes splits predictions from labels', () => {
  const metric = accuracy({ cat: input('a'), dog: input('b') }, input('label'));
  expect(metric.outputs.length).toBe(3);
  expect(metric.value([Float64Array.of(0.9), Float64Array.of(0.1), Float64Array.of(1)])).toBe(0);
});

test('accuracy refuses columns of different lengths, and none', () => {
  expect(() => accuracy([0.1, 0.2], [1])).toThrow('accuracy: one list has 2 numbers, another 1');
  expect(() => accuracy([], [])).toThrow('accuracy needs at least one number');
  expect(() => accuracy(new Float64Array(0), new Float64Array(0))).toThrow('accuracy of no rows has no value');
  expect(() => accuracy('no' as unknown as number[], [1])).toThrow('not "no" (a string)');
});
