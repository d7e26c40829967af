import type { Node } from '@chainrule/core';
import { describe, expect, it, test } from 'vitest';
import { numberText } from '../graph/numberText.ts';
import { planned } from '../graph/planned.ts';
import { openSession } from '../run/session.ts';
import { optimizerNames, presetNames } from '../state/choices.ts';
import type { OptimizerName, PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { backwardCard, contributionsOf, forwardCard, type Page } from './card.ts';
import { batchGradients, updateCard } from './updateCard.ts';

async function pageOf(name: PresetName) {
  const session = await openSession(presets[name].state);
  const its = planned(session);
  const page: Page = { planned: its, numbers: its.numbers(2) };
  const named = (title: string): Node => its.plan.order.nodes[its.outline.names.indexOf(title)] as Node;
  return { session, page, named, ...its };
}

describe('forwardCard', () => {
  it('writes a sum of a linear layer with its products', async () => {
    const { page, named, session } = await pageOf('xor');
    const { lines, key } = forwardCard(page, named('z₁[2]'));
    const [x, y] = session.data.training.inputs.map((column) => column[2] as number) as [number, number];
    const [a, b, c] = session.model.parameters.slice(3, 6).map(({ value }) => value) as [number, number, number];
    const text = (value: number): string => (value < 0 ? `(${numberText(value)})` : numberText(value));
    expect(key).toMatch(/^node:\d+$/);
    expect(lines[0]).toBe('z₁[2] = w₁[2,1] · x + w₁[2,2] · y + b₁[2]');
    expect(lines[1]).toBe(`= ${text(a)} · ${text(x)} + ${text(b)} · ${text(y)} + ${text(c)}`);
    expect(lines[2]).toBe(`= ${numberText(a * x + b * y + c)}`);
  });

  it('leaves out the middle of many terms', async () => {
    const { page, named } = await pageOf('digits');
    expect(forwardCard(page, named('z₁[1]')).lines[0]).toBe(
      'z₁[1] = w₁[1,1] · pixel[0] + w₁[1,2] · pixel[1] + w₁[1,3] · pixel[2] + … 61 more … + b₁[1]',
    );
  });
});

describe('backwardCard', () => {
  it('a weight: the derivative of its sum, times its input', async () => {
    const { page, named } = await pageOf('xor');
    const { lines, about } = backwardCard(page, named('w₁[3,1]'));
    expect(about).toBe('Backward: w₁[3,1] is used once.');
    expect(lines[0]).toBe('∂L/∂w₁[3,1] = ∂L/∂z₁[3] · ∂z₁[3]/∂w₁[3,1]');
  });

  it('a value that is used several times: the sum of what comes back', async () => {
    const { page, named } = await pageOf('moons');
    const { lines, about } = backwardCard(page, named('a₁[1]'));
    expect(about).toBe('Backward: a₁[1] is used 8 times; what comes back is added up.');
    expect(lines[0]).toMatch(/^∂L\/∂a₁\[1\] = ∂L\/∂z₂\[1\] · ∂z₂\[1\]\/∂a₁\[1\] \+ .*… 4 more …/);
  });

  test.each(presetNames)('%s: what the uses of a node contribute adds up to its derivative', async (name) => {
    const { page, plan } = await pageOf(name);
    const { gradients } = page.numbers;
    let checked = 0;
    plan.order.nodes.forEach((node, i) => {
      if (node.kind === 'constant' || node === plan.model.loss || i % 7 > 2) return;
      const sum = contributionsOf(page, node).reduce((total, { gradient, partial }) => total + gradient * partial, 0);
      expect(Math.abs(sum - (gradients[i] as number))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(sum)));
      checked++;
    });
    expect(checked).toBeGreaterThan(2);
  });
});

describe('updateCard', () => {
  it('by plain descent: before − rate · g is what the trainer makes of it', async () => {
    const { session } = await pageOf('aboveTheLine');
    const runner = await session.runner();
    const [weight] = session.model.parameters as [(typeof session.model.parameters)[number]];
    const before = weight.value;
    const [g] = batchGradients(session, runner.trainer.nextRows) as unknown as [number];
    const card = updateCard(session, runner, weight);
    expect(weight.value).toBe(before);
    expect(runner.trainer.steps).toBe(0);
    runner.advance(1);
    expect(weight.value).toBeCloseTo(before - 0.2 * g, 12);
    expect(card.lines).toContain(`g = ${numberText(g)}`);
    expect(card.lines.at(-1)).toBe(
      `w₁[1,1]: ${numberText(before)} → ${numberText(weight.value)}, a change of ${numberText(weight.value - before)}`,
    );
  });

  test.each(optimizerNames)('%s: says its rule, and what the step changes', async (optimizer: OptimizerName) => {
    const state = { ...presets.xor.state, training: { ...presets.xor.state.training, optimizer } };
    const session = await openSession(state);
    const runner = await session.runner();
    runner.advance(3);
    const parameter = session.model.parameters[4] as (typeof session.model.parameters)[number];
    const before = parameter.value;
    const { lines } = updateCard(session, runner, parameter);
    expect(lines.join()).toContain('w ← w − 0.05 ·');
    runner.advance(1);
    expect(lines.at(-1)).toContain(`${numberText(before)} → ${numberText(parameter.value)}`);
  });

  it('a step that cannot be made: says why, and changes nothing', async () => {
    const { training } = presets.sine.state;
    const session = await openSession({
      ...presets.sine.state,
      training: { ...training, optimizer: 'sgd', rate: 1e6 },
    });
    const runner = await session.runner();
    expect(() => runner.advance(1000)).toThrow();
    const [weights, { steps }] = [session.weights(), runner.trainer];
    const [first] = session.model.parameters as [(typeof session.model.parameters)[number]];
    expect(updateCard(session, runner, first).lines.at(-1)).toMatch(/Lower the learning rate/);
    expect(session.weights()).toEqual(weights);
    expect(runner.trainer.steps).toBe(steps);
  });
});
