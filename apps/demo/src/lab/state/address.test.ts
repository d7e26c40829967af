import { randomGenerator } from '@chainrule/core';
import { expect, it } from 'vitest';
import { fromAddress, toAddress } from './address.ts';
import { LabError } from './labError.ts';
import { presets } from './presets.ts';

it('every preset goes into an address and comes back', async () => {
  for (const { state } of Object.values(presets)) {
    const address = await toAddress(state);
    expect(address).toMatch(/^#v1\.[\w-]+$/);
    expect(await fromAddress(address)).toEqual(state);
  }
});

it('weights keep their bits', async () => {
  const state = { ...presets.xor.state, weights: [0.1, -1 / 3, 5e-324, 1.7976931348623157e308, -0] };
  const { weights } = (await fromAddress(await toAddress(state))) ?? {};
  expect(weights?.map((w) => w || 0)).toEqual(state.weights.map((w) => w || 0));
});

it('what is chosen of a table, and of how it is looked at, comes back', async () => {
  const source = {
    kind: 'table' as const,
    csv: 'a;b;c\n1,5;x;0\n;y;1\n',
    target: 'c',
    predict: 'number' as const,
    ignored: ['a'],
    encoded: ['b'],
    incomplete: 'leaveOut' as const,
  };
  const { data, view, ...rest } = presets.xor.state;
  const state = { ...rest, data: { ...data, source }, view: { ...view, smoothing: 0.9, logarithmic: true } };
  expect(await fromAddress(await toAddress(state))).toEqual(state);
});

it('an address without a state has none', async () => {
  expect(await fromAddress('')).toBeUndefined();
  expect(await fromAddress('#')).toBeUndefined();
});

it('300 mutated addresses give a state or an error that says what is wrong', async () => {
  const random = randomGenerator(7);
  const whole = await toAddress(presets.moons.state);
  let refused = 0;
  for (let i = 0; i < 300; i++) {
    const at = 1 + random.integer(whole.length - 1);
    const sign = String.fromCharCode(33 + random.integer(90));
    const changes = [
      whole.slice(0, at),
      whole.slice(0, at) + sign + whole.slice(at + 1),
      whole.slice(0, at) + sign + whole.slice(at),
    ];
    try {
      const state = await fromAddress(changes[i % 3] as string);
      expect(state?.version).toBe(1);
    } catch (error) {
      expect(error).toBeInstanceOf(LabError);
      expect((error as LabError).message.length).toBeGreaterThan(20);
      refused++;
    }
  }
  expect(refused).toBeGreaterThan(150);
});

it('names the place that does not fit', async () => {
  const state = { ...presets.xor.state, training: { ...presets.xor.state.training, rate: -1 } };
  await expect(fromAddress(await toAddress(state))).rejects.toThrow(/training\.rate/);
});

it('does not unpack more than a state may hold', async () => {
  const { source: _, ...data } = presets.xor.state.data;
  const source = { kind: 'table' as const, csv: 'a,b\n'.repeat(2_000_000), target: '' };
  const address = await toAddress({ ...presets.xor.state, data: { ...data, source } });
  await expect(fromAddress(address)).rejects.toThrow(/larger than/);
});
