import { expect, it, test } from 'vitest';
import type { Shape } from '../network/fit.ts';
import { openSession } from '../run/session.ts';
import { presetNames } from '../state/choices.ts';
import type { LabState } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { isUntouched, presetWithOwnNetwork, withPreset, withSource } from './nextState.ts';

const own: LabState = {
  ...presets.moons.state,
  model: { network: '2 > linear 5 relu > linear 1 sigmoid', seed: 7 },
  training: { ...presets.moons.state.training, loss: 'crossEntropy', rate: 0.5 },
  weights: [1],
};
const table = { kind: 'table' as const, csv: 'a,b,c\n1,2,3\n4,5,7\n8,9,9\n', target: '' };
const numbers: Shape = { task: 'regression', features: ['a', 'b'], classes: [] };

test.each(presetNames)('%s can be opened with a network of one’s own', async (name) => {
  const { data, model } = await openSession(presetWithOwnNetwork(own, name));
  expect(data.training.count).toBeGreaterThan(10);
  expect(model.layers[0]?.text).toEqual({ kind: 'linear', width: 5, activation: 'relu' });
});

it('a table standardizes its inputs when the network has to change', () => {
  const { state, changes } = withSource(own, table, numbers);
  expect(state.model).toEqual({ network: '2 > standardize > linear 5 relu > linear 1', seed: 7 });
  expect(state.training).toEqual({ ...own.training, loss: 'auto' });
  expect(state.weights).toBeUndefined();
  expect(changes).toEqual([
    'The network is now 2 > standardize > linear 5 relu > linear 1.',
    'The loss is now squared error, for a number is predicted.',
  ]);
});

it('what fits stays as it is', () => {
  const { state, changes } = withSource(own, table, { ...numbers, task: 'binary', classes: ['0', '1'] });
  expect(state.model).toEqual(own.model);
  expect(changes).toEqual([]);
});

it('a preset comes with its own network and training, looked at as before', () => {
  const from: LabState = { ...own, view: { ...own.view, tab: 'metrics', theme: 'dark', sample: 3, selected: 'loss' } };
  const state = withPreset(from, 'iris');
  expect(state).toMatchObject({ data: presets.iris.state.data, model: presets.iris.state.model });
  expect(state.view).toMatchObject({ tab: 'metrics', theme: 'dark', sample: 0, selected: undefined });
});

it('knows whether there is anything to lose', () => {
  expect(isUntouched(presets.moons.state)).toBe(true);
  expect(isUntouched(own)).toBe(false);
  expect(isUntouched({ ...presets.moons.state, training: { ...presets.moons.state.training, rate: 1 } })).toBe(false);
});
