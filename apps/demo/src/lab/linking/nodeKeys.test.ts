import { topologicalOrder } from '@chainrule/core';
import { expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { nodeKeys } from './nodeKeys.ts';

it('nodeKeys(model) calls each node by what it is for the network, else by its place', async () => {
  const { model } = await openSession(presets.moons.state);
  const keys = nodeKeys(model);
  expect(keys.get(model.parameters[3] as never)).toBe('parameter:3');
  expect(keys.get(model.inputs[1] as never)).toBe('input:1');
  expect(keys.get(model.layers[1]?.nodes[7] as never)).toBe('neuron:1:7');
  expect(keys.get(model.loss)).toBe('loss');
  const { nodes } = topologicalOrder([model.loss]);
  expect(nodes.every((node) => keys.has(node))).toBe(true);
  expect(new Set(keys.values()).size).toBe(nodes.length);
  const place = nodes.findIndex((node) => keys.get(node)?.startsWith('node:'));
  expect(keys.get(nodes[place] as never)).toBe(`node:${place}`);
});
