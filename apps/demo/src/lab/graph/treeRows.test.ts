import { describe, expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { planned } from './planned.ts';
import { pathTo, rowKeyOf, treeRows } from './treeRows.ts';

const outlineOf = async (name: 'xor' | 'iris') => planned(await openSession(presets[name].state)).outline;

describe('treeRows', () => {
  it('shows groups only, until they are opened', async () => {
    const rows = treeRows(await outlineOf('xor'), new Set());
    expect(rows.map(({ key, isOpen }) => [key, isOpen])).toEqual([
      ['inputs', false],
      ['layer:0', false],
      ['layer:1', false],
      ['loss', false],
    ]);
    expect(rows.map(({ name }) => name)).toEqual([
      'inputs',
      'layer 1: linear 4 tanh',
      'layer 2: linear 1 sigmoid',
      'loss L',
    ]);
  });

  it('shows units in a layer, and in a unit its weights, its bias and what it computes', async () => {
    const rows = treeRows(await outlineOf('xor'), new Set(['layer:0', 'neuron:0:1']));
    const inside = rows.filter(({ parent }) => parent === 'neuron:0:1');
    expect(inside.map(({ name }) => name)).toEqual([
      'weight w₁[2,1]',
      'w₁[2,1]·x, multiply',
      'weight w₁[2,2]',
      'w₁[2,2]·y, multiply',
      'bias b₁[2]',
      'z₁[2], add',
    ]);
    expect(inside.map(({ level, position, siblings }) => [level, position, siblings])).toEqual(
      [1, 2, 3, 4, 5, 6].map((position) => [3, position, 6]),
    );
  });

  it('has every node but constants once, when all is open; pathTo says where', async () => {
    const outline = await outlineOf('iris');
    const groups = [
      'inputs',
      'loss',
      ...outline.parts.flatMap(({ nodes }, i) => [`layer:${i}`, ...Array.from(nodes, (_, j) => `neuron:${i}:${j}`)]),
    ];
    const rows = treeRows(outline, new Set(groups));
    const units = outline.parts.reduce((count, { nodes }) => count + nodes.length, 0);
    const nodes = outline.ops.filter((op) => op !== 'constant').length;
    expect(rows.length).toBe(outline.parts.length + 1 + nodes); // a unit stands for the node that it gives, the loss for its
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
    expect(units).toBeGreaterThan(0);
    for (const { key, parent } of rows) if (parent !== undefined) expect(pathTo(outline, key).at(-1)).toBe(parent);
  });

  it('what a unit gives is the row of the unit, whatever it is called', async () => {
    const outline = await outlineOf('xor');
    const node = outline.parts[0]?.nodes[2] as number;
    expect(rowKeyOf(outline, outline.keys[node] as string)).toBe('neuron:0:2');
    expect(rowKeyOf(outline, 'output:0')).toBe('neuron:1:0');
    expect(rowKeyOf(outline, 'output')).toBe('layer:1');
    for (const key of ['loss', 'input:1', 'parameter:3', 'layer:0', 'inputs']) expect(rowKeyOf(outline, key)).toBe(key);
  });
});
