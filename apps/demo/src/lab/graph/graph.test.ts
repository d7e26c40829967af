import { evaluate, gradient, type Node, type Parameter } from '@chainrule/core';
import { describe, expect, it, test } from 'vitest';
import { openSession, type Session } from '../run/session.ts';
import { levels, presetNames } from '../state/choices.ts';
import type { Level, PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { draw } from './draw.ts';
import type { Drawing } from './drawing.ts';
import { drawingFrom } from './drawingFrom.ts';
import { graphLook } from './graphLook.ts';
import { type Planned, planned } from './planned.ts';

const open = (name: PresetName, network = presets[name].state.model.network): Promise<Session> =>
  openSession({ ...presets[name].state, model: { network, seed: 1 } });

/** A drawing as the page has it. */
const drawingOf = ({ plan, outline, outlined }: Planned, level: Level, opened?: readonly string[]): Drawing =>
  drawingFrom(draw(plan, outlined, level, opened), outline);

/** A row as the library takes it. */
function rowOf({ data }: Session, row: number): Record<string, number | number[]> {
  const { inputs, target } = data.training;
  const given: Record<string, number | number[]> = { [data.targetName]: target[row] as number };
  const values = inputs.map((column) => column[row] as number);
  if (data.vector === undefined) data.features.forEach((name, i) => (given[name] = values[i] as number));
  else given[data.vector] = values;
  return given;
}

describe('values and gradients that are shown are the library’s', () => {
  test.each(presetNames.filter((name) => name !== 'digits'))('%s: every node', async (name) => {
    const session = await open(name);
    const { nodes } = planned(session).plan.order;
    const derived = nodes.filter(({ kind }) => kind !== 'constant');
    for (const row of [0, 7]) {
      const { values, gradients } = graphLook(session, { ...session.state.view, sample: row });
      const given = rowOf(session, row);
      expect([...(values as Float64Array)]).toEqual(evaluate<readonly Node[]>(nodes, given));
      const slopes = evaluate(gradient<readonly Node[], Node>(session.model.loss, derived), given) as readonly number[];
      expect(nodes.map((_, i) => gradients?.[i]).filter((_, i) => nodes[i]?.kind !== 'constant')).toEqual(slopes);
    }
  });

  test.each(presetNames)('%s: what neurons and weights show', async (name) => {
    const session = await open(name);
    const { model } = session;
    const look = graphLook(session, { ...session.state.view, level: 'neurons', sample: 3 });
    const { values, gradients } =
      look.values === undefined ? graphLook(session, { ...session.state.view, sample: 3 }) : look;
    const { items, edges } = drawingFrom(look.drawing as NonNullable<typeof look.drawing>, planned(session).outline);
    const given = rowOf(session, 3);
    const shown = (key: string): number => items.nodes[items.keys.indexOf(key)] as number;
    model.layers.forEach(({ nodes }, layer) => {
      const expected = evaluate<readonly Node[]>(nodes, given);
      expect(nodes.map((_, unit) => values?.[shown(`neuron:${layer}:${unit}`)])).toEqual(expected);
    });
    expect(values?.[shown('loss')]).toBe(evaluate(model.loss, given));
    const isBias = (k: number): boolean => !edges.nodes.includes(look.outline?.parameters[k] as number);
    const weights = model.parameters.filter((_, k) => !isBias(k));
    const units = model.layers.reduce((count, { text }) => count + (text.kind === 'linear' ? text.width : 0), 0);
    expect(weights.length).toBe(model.parameters.length - units);
    const sample = weights.filter((_, i) => i % Math.ceil(weights.length / 20) === 0);
    const slopes = evaluate(gradient<readonly Node[], Node>(model.loss, sample), given) as readonly number[];
    sample.forEach((weight, i) => {
      const at = look.outline?.parameters[model.parameters.indexOf(weight)] as number;
      expect(values?.[at]).toBe(weight.value);
      expect(gradients?.[at]).toBeCloseTo(slopes[i] as number, 12);
    });
  });

  it('follows a weight that is written', async () => {
    const session = await open('xor');
    const before = graphLook(session, session.state.view);
    session.setWeight(0, 3);
    const after = graphLook(session, session.state.view);
    const at = before.outline?.parameters[0] as number;
    expect(after.values?.[at]).toBe(3);
    expect(after.values?.[before.outline?.loss as number]).not.toBe(before.values?.[before.outline?.loss as number]);
  });
});

describe('outline and drawing', () => {
  it('come once, and again when another level is asked for', async () => {
    const session = await open('moons');
    const { view } = session.state;
    const looks = [view, view, { ...view, level: 'blocks' as const }, view].map((each) => graphLook(session, each));
    expect(looks.map(({ outline }) => outline !== undefined)).toEqual([true, false, false, false]);
    expect(looks.map(({ drawing }) => drawing?.level)).toEqual(['neurons', undefined, 'blocks', 'neurons']);
  });

  it('of a large graph come first, its numbers in the frame after', async () => {
    const session = await open('digits');
    const { view } = session.state;
    const [first, second] = [graphLook(session, view), graphLook(session, view)];
    expect([first.isUnfinished, first.values, first.drawing?.level]).toEqual([true, undefined, 'neurons']);
    expect([second.isUnfinished, second.values?.length, second.drawing]).toEqual([
      undefined,
      first.outline?.what.length,
      undefined,
    ]);
  });

  it('names of a large graph come after its first picture, those of a small one with it', async () => {
    const [small, large] = [await open('xor'), await open('digits')];
    expect(graphLook(small, small.state.view).names).toEqual(planned(small).outline.names);
    const { view } = large.state;
    expect([view, view, view].map((each) => graphLook(large, each).names?.length)).toEqual([
      undefined,
      planned(large).plan.order.nodes.length,
      undefined,
    ]);
  });

  it('another drawing of a large graph comes before the rest, with the numbers that are known', async () => {
    const session = await open('digits');
    const { view } = session.state;
    const looks = [view, view, { ...view, level: 'blocks' as const }].map((each) => graphLook(session, each));
    expect(looks.map(({ isUnfinished }) => isUnfinished)).toEqual([true, undefined, true]);
    expect(looks[2]?.values).toEqual(looks[1]?.values);
  });

  test.each(presetNames)('%s: arrows lead to the right, and no two items stand in one place', async (name) => {
    const its = planned(await open(name));
    for (const level of levels)
      for (const opened of [undefined, ['*']]) {
        const { items, edges } = drawingOf(its, level, opened);
        for (let e = 0; e < edges.from.length; e++)
          expect(items.x[edges.to[e] as number]).toBeGreaterThan(items.x[edges.from[e] as number] as number);
        expect(new Set(items.keys.map((_, i) => `${items.x[i]} ${items.y[i]}`)).size).toBe(items.keys.length);
        expect(new Set(items.keys).size).toBe(items.keys.length);
      }
  });

  it('names weights, sums and activations after their place', async () => {
    const session = await open('xor');
    const { outline } = planned(session);
    expect(Array.from(outline.parameters, (at) => outline.names[at]).slice(0, 4)).toEqual([
      'w₁[1,1]',
      'w₁[1,2]',
      'b₁[1]',
      'w₁[2,1]',
    ]);
    expect(outline.names).toEqual(expect.arrayContaining(['x', 'y', 'z₁[4]', 'a₁[4]', 'w₁[4,2]·y', 'z₂[1]', 'ŷ', 'L']));
    expect(outline.parameters.length).toBe((session.model.parameters as readonly Parameter[]).length);
  });

  it('small graphs are unfolded, large ones are not until they are asked for', async () => {
    const small = planned(await open('xor'));
    const { items } = drawingOf(small, 'nodes');
    expect(items.keys.length).toBe(small.plan.order.nodes.length);

    const its = planned(await open('iris'));
    const keysOf = (opened: readonly string[] | undefined): readonly string[] =>
      drawingOf(its, 'nodes', opened).items.keys;
    expect(keysOf(undefined)).toEqual(['inputs', 'layer:0', 'layer:1', 'layer:2', 'loss']);
    expect(keysOf(['layer:1']).filter((key) => key.startsWith('sum:1:')).length).toBe(8);
    const [closed, opened] = [keysOf(['layer:1']), keysOf(['layer:1', 'sum:1:2'])];
    expect(opened).not.toContain('sum:1:2');
    expect(opened.length - closed.length).toBe(4 + 4 + 1 + 1 - 1); // weights, products, bias and sum
    expect(keysOf(['*']).length).toBe(its.plan.order.nodes.length);
  });

  it('draws a network of more than 10,000 nodes', async () => {
    const its = planned(await open('digits', '64 > linear 64 tanh > linear 32 tanh > linear 10 softmax'));
    expect(its.plan.order.nodes.length).toBeGreaterThan(10_000);
    const { items, edges } = drawingOf(its, 'nodes', ['*']);
    expect(items.keys.length).toBe(its.plan.order.nodes.length);
    expect(edges.from.length).toBeGreaterThan(10_000);
  });
});
