import { expect, test } from 'vitest';
import { distance, expected, taken } from '../fixtures/trajectory.ts';
import { addDecayedWeights } from './addDecayedWeights.ts';
import { chain } from './chain.ts';
import { sgd } from './sgd.ts';

test('sgd() takes steps of 0.01 times the gradient', () => {
  expect(distance(taken(sgd()), expected('sgd'))).toBeLessThan(1e-14);
});

test('sgd(rate, { momentum }) follows the running sum of gradients as PyTorch does', () => {
  expect(distance(taken(sgd(0.01, { momentum: 0.9 })), expected('sgd, momentum 0.9'))).toBeLessThan(1e-14);
});

test('sgd(rate, { momentum, nesterov: true }) looks one step ahead as PyTorch does', () => {
  const optimizer = sgd(0.01, { momentum: 0.9, nesterov: true });
  expect(distance(taken(optimizer), expected('sgd, momentum 0.9, Nesterov'))).toBeLessThan(1e-14);
});

test('chain(addDecayedWeights(decay), sgd(…)) is the weight decay of PyTorch’s SGD', () => {
  const optimizer = chain(addDecayedWeights(0.1), sgd(0.01, { momentum: 0.9 }));
  expect(distance(taken(optimizer), expected('sgd, momentum 0.9, weight decay 0.1'))).toBeLessThan(1e-14);
});

test('sgd names its options and parts', () => {
  const optimizer = sgd(0.5, { momentum: 0.9 });
  expect(optimizer).toMatchObject({ name: 'sgd', options: { rate: 0.5, momentum: 0.9, nesterov: false } });
  expect(optimizer.parts.map((part) => part.name)).toEqual(['trace', 'scaleByLearningRate']);
});

test('sgd refuses options that do not exist, and nesterov without momentum', () => {
  expect(() => sgd(0.1, { momentun: 0.9 } as object)).toThrow('sgd has no option "momentun"');
  expect(() => sgd(0.1, 0.9 as unknown as object)).toThrow(
    'sgd: options must be a record of momentum, nesterov, not 0.9',
  );
  expect(() => sgd(0.1, { nesterov: true })).toThrow('sgd: momentum with nesterov must be a number above 0');
});

test('sgd refuses a negative rate and a momentum of 1', () => {
  expect(() => sgd(-1)).toThrow('the learning rate must be a number that is not negative');
  expect(() => sgd(Number.NaN)).toThrow('not NaN');
  expect(() => sgd(0.1, { momentum: 1 })).toThrow('from 0 up and below 1, not 1');
});
