import { evaluate, gradient, type Node } from '@chainrule/core';
import { describe, expect, it, test } from 'vitest';
import { openSession } from '../run/session.ts';
import type { PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { mistakes } from './mistakes.ts';
import { neuronWeights } from './neuronWeights.ts';
import { picture } from './picture.ts';

test.each<[PresetName, string]>([
  ['fahrenheit', 'curve'],
  ['spiral', 'plane'],
  ['iris', 'plane'],
  ['digits', 'images'],
])('picture(session) of %s is of the kind %s', async (name, kind) => {
  const { state } = presets[name];
  expect((await picture(await openSession(state), state.view))?.kind).toBe(kind);
});

it('picture(session) of a number from several columns is predicted against true', async () => {
  const { state } = presets.iris;
  const csv = `a,b,c,y\n${Array.from({ length: 20 }, (_, i) => `${i},${i % 3},${i % 5},${2 * i}`).join('\n')}`;
  const data = { ...state.data, source: { kind: 'table', csv, target: '' } } as const;
  const session = await openSession({ ...state, data, model: { network: '3 > linear 1', seed: 1 } });
  const seen = await picture(session, state.view);
  expect(seen?.kind === 'scatter' && seen.test.predicted).toEqual(
    Float32Array.from(session.predict(session.data.test)[0] as Float64Array),
  );
});

it('picture(session) is undefined while another tab is open', async () => {
  const { state } = presets.xor;
  expect(await picture(await openSession(state), { ...state.view, tab: 'code' })).toBeUndefined();
});

describe('maps of neurons', () => {
  it('are the values of hidden layers, half for zero and 0 or 1 for the largest', async () => {
    const { state } = presets.spiral;
    const session = await openSession(state);
    const seen = await picture(session, state.view);
    const maps = seen?.kind === 'plane' ? seen.maps : undefined;
    expect(maps?.layers.map(({ layer, shown }) => [layer, shown])).toEqual([
      [0, 16],
      [1, 16],
    ]);
    const first = maps?.values.subarray(0, maps.length) ?? [];
    expect(Math.max(...Array.from(first, (value) => Math.abs(value - 0.5)))).toBeCloseTo(0.5, 6);
    await session.runner();
    const compiled = await picture(session, state.view);
    expect(compiled?.kind === 'plane' && compiled.maps.values).toEqual(maps?.values);
  });
});

it('mistakes(session) counts the images whose likeliest class is not theirs', async () => {
  const session = await openSession(presets.digits.state);
  (await session.runner()).advance(300);
  const { wrong, rows, images, side } = mistakes(session);
  expect([rows, side]).toEqual([session.data.test.count, 8]);
  expect(wrong / rows).toBeLessThan(0.15);
  expect(images.length).toBe(Math.min(wrong, 40));
  for (const { predicted, actual, row } of images) {
    expect(predicted).not.toBe(actual);
    expect(session.data.test.target[row]).toBe(actual);
  }
});

it('neuronWeights(session) are the weights between each pixel and each neuron of the first layer', async () => {
  const session = await openSession(presets.digits.state);
  const { layers, length, values } = neuronWeights(session);
  expect(layers.map(({ layer, shown }) => [layer, shown])).toEqual([[0, 32]]);
  // a pixel that is raised moves a neuron’s sum by its weight: compare with what the network’s own nodes say
  const neuron = 3;
  const node = session.model.layers[0]?.nodes[neuron] as Node;
  const [sum] = node.kind === 'operation' ? node.args : [];
  const slopes = evaluate(gradient(sum as Node, session.model.inputs), { pixel: new Array(64).fill(0) }) as number[];
  const largest = Math.max(...slopes.map(Math.abs));
  slopes.forEach((slope, pixel) => {
    expect(values[neuron * length + pixel]).toBe(Math.fround(0.5 + slope / (2 * largest)));
  });
});
