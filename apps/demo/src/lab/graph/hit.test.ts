import { expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { draw } from './draw.ts';
import { drawingFrom } from './drawingFrom.ts';
import { edgePoint } from './edgeCurve.ts';
import { endsOf } from './endsOf.ts';
import { keyAt } from './keyAt.ts';
import { linkOf } from './link.ts';
import { planned } from './planned.ts';

it('finds items and weights where they are drawn, and the key leads back to them', async () => {
  const { plan, outline } = planned(await openSession(presets.moons.state));
  const drawing = drawingFrom(draw(plan, outline, 'neurons', undefined), outline);
  const { items, edges } = drawing;
  const all = Array.from(edges.from, (_, e) => e);
  items.keys.forEach((key, i) => {
    expect(
      keyAt(drawing, outline, all, { x: (items.x[i] as number) + 10, y: (items.y[i] as number) - 10, reach: 5 }),
    ).toBe(key);
    expect(linkOf(drawing, outline, key)).toEqual({ items: [i], edges: [] });
  });
  for (const e of all) {
    const [x, y] = edgePoint(endsOf(drawing, e), 0.02);
    const key = outline.keys[edges.nodes[e] as number] as string;
    expect(keyAt(drawing, outline, [e], { x, y, reach: 3 })).toBe(key);
    expect(keyAt(drawing, outline, [], { x, y, reach: 3 })).toBeUndefined();
    if (key.startsWith('parameter:')) expect(linkOf(drawing, outline, key)).toEqual({ items: [], edges: [e] });
  }
});

it('a key that is not drawn leads to what it is in', async () => {
  const { plan, outline } = planned(await openSession(presets.xor.state));
  const blocks = drawingFrom(draw(plan, outline, 'blocks', undefined), outline);
  const keysOf = (key: string): (string | undefined)[] =>
    linkOf(blocks, outline, key).items.map((item) => blocks.items.keys[item]);
  expect(keysOf('parameter:0')).toEqual(['layer:0']);
  expect(keysOf('neuron:1:0')).toEqual(['layer:1']);
  expect(keysOf('input:1')).toEqual(['inputs']);
  const neurons = drawingFrom(draw(plan, outline, 'neurons', undefined), outline);
  expect(linkOf(neurons, outline, 'layer:0').items.length).toBe(4);
  expect(linkOf(neurons, outline, 'parameter:2').items.map((item) => neurons.items.keys[item])).toEqual(['neuron:0:0']); // a bias
  expect(linkOf(neurons, outline, 'nothing:7')).toEqual({ items: [], edges: [] });
  expect(linkOf(neurons, outline, undefined)).toEqual({ items: [], edges: [] });
});
