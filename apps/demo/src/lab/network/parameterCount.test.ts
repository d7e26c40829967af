import { expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { parseNetwork } from './grammar.ts';
import { parameterCount } from './parameterCount.ts';

it('counts what the library makes, for every preset', async () => {
  for (const { state } of Object.values(presets)) {
    const { model } = await openSession(state);
    expect(parameterCount(parseNetwork(state.model.network))).toBe(model.parameters.length);
  }
});

it('counts a weight for each input and a bias for each neuron', () => {
  expect(parameterCount(parseNetwork('2 > standardize > linear 3 tanh > linear 1'))).toBe(2 * 3 + 3 + 3 + 1);
});
