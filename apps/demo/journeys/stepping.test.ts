import { evaluate, gradient, type Node, randomGenerator, topologicalOrder } from '@chainrule/core';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { rowOf } from '../src/lab/checks/rowOf.ts';
import { nodeOf } from '../src/lab/graph/link.ts';
import { numberText } from '../src/lab/graph/numberText.ts';
import { planned } from '../src/lab/graph/planned.ts';
import { treeRows } from '../src/lab/graph/treeRows.ts';
import { openSession } from '../src/lab/run/session.ts';
import type { LabState } from '../src/lab/state/labState.ts';
import { presets } from '../src/lab/state/presets.ts';
import { units } from '../src/lab/time/units.ts';
import { journey } from './lab.ts';

/** The values and gradients of all nodes for a row, as the library's interpreter gives them. */
async function truth(state: LabState, steps: number, row: number) {
  const { model, data, ...session } = await openSession(state);
  (await session.runner()).advance(steps);
  const { nodes } = topologicalOrder([model.loss]);
  const derived = nodes.filter(({ kind }) => kind !== 'constant');
  const both = [nodes, gradient<Node[], Node>(model.loss, derived)] as const;
  const [values, found] = evaluate<typeof both>(both, rowOf(data, row));
  const gradients = nodes.map((node) => found[derived.indexOf(node)] ?? Number.NaN);
  return { values, gradients, ofParameters: model.parameters.map((node) => gradients[nodes.indexOf(node)] as number) };
}

/** The groups that a tree of a graph may have. */
const groups = [0, 1, 2].flatMap((i) => [`layer:${i}`, ...Array.from({ length: 8 }, (_, j) => `neuron:${i}:${j}`)]);

/** Opens all groups of the tree with the keys. */
async function openAll(page: Page): Promise<void> {
  const rows = page.getByRole('treeitem');
  await rows.first().focus();
  for (let i = 0; i < (await rows.count()); i++) {
    await page.keyboard.press('ArrowRight'); // opens it
    await page.keyboard.press('ArrowDown');
  }
}

journey.for(['xor', 'iris'] as const)(
  '%s: values and gradients in the graph are the library’s, to the bit',
  async (name, { lab }) => {
    const { state } = presets[name];
    await lab.open({ ...state, view: { ...state.view, sample: 2 } });
    await lab.tell({ kind: 'advance', steps: 20 });
    const { looks } = await lab.until(({ clock, looks }) => clock.step === 20 && looks.graph?.values !== undefined);
    const { values, gradients } = await truth(state, 20, 2);
    expect([...(looks.graph?.values ?? [])]).toEqual(values);
    expect([...(looks.graph?.gradients ?? [])]).toEqual(gradients);
  },
);

journey.for(['xor', 'iris'] as const)(
  '%s: each value and gradient that the tree and the card of the graph say is the library’s',
  async (name, { lab: { page }, lab }) => {
    const { state } = presets[name];
    const { values, gradients } = await truth(state, 20, 2);
    const { outline } = planned(await openSession(state));
    const expected = treeRows(outline, new Set(['inputs', 'loss', ...groups])).map(({ key, name }) => {
      const node = nodeOf(outline, key);
      if (node < 0) return name;
      const [value, gradient] = [values[node] as number, gradients[node] as number];
      return `${name}, value ${numberText(value)}${Number.isNaN(gradient) ? '' : `, gradient ${numberText(gradient)}`}`;
    });
    await lab.open({ ...state, view: { ...state.view, sample: 2 } });
    await lab.tell({ kind: 'advance', steps: 20 });
    await lab.until(({ clock, looks }) => clock.step === 20 && looks.graph?.values !== undefined);
    await openAll(page);
    await expect.poll(() => page.getByRole('treeitem').allTextContents()).toEqual(expected);

    const weight = outline.parameters[3] as number;
    await page.getByRole('treeitem', { name: `weight ${outline.names[weight]},` }).press('Enter');
    const card = page.getByRole('region', { name: 'Selected' });
    await expect
      .poll(() => card.locator('dd').allTextContents())
      .toEqual([values[weight], gradients[weight]].map((number) => numberText(number as number)));
  },
);

journey('the tree of the graph says the numbers of the selected weight, which a hand can change', async ({ lab }) => {
  const { state } = presets.xor;
  await lab.open({ ...state, view: { ...state.view, selected: 'parameter:3' } });
  const weights = await lab.ask('weights', undefined);
  const field = lab.page.getByRole('spinbutton', { name: /^Value of/ });
  expect(Number(await field.inputValue())).toBeCloseTo(weights[3] as number, 5);
  await field.fill('1.5');
  await lab.page.keyboard.press('Tab');
  await expect.poll(async () => (await lab.ask('weights', undefined))[3]).toBe(1.5);
  await lab.page.getByRole('button', { name: 'As trained' }).click();
  await expect.poll(() => lab.ask('weights', undefined)).toEqual(weights);
});

describe('back and forth', () => {
  journey('as many steps back as forward: every weight has its old bits', async ({ lab }) => {
    const random = randomGenerator(11);
    await lab.open(presets.moons.state);
    const seen = new Map<number, number[]>();
    for (let i = 0; i < 25; i++) {
      const { clock } = await lab.frame();
      const step = i === 0 ? 0 : random.integer(400);
      await lab.tell({ kind: 'goTo', step });
      if (step !== clock.step) await lab.until((frame) => frame.clock.step === step);
      const weights = await lab.ask('weights', undefined);
      expect(seen.get(step) ?? weights).toEqual(weights);
      seen.set(step, weights);
    }
    const known = [...seen.keys()];
    for (const step of known.reverse()) {
      await lab.tell({ kind: 'goTo', step });
      await lab.until((frame) => frame.clock.step === step);
      expect(await lab.ask('weights', undefined)).toEqual(seen.get(step));
    }
  });

  journey(
    'k moves on, by node, phase, sample, batch or epoch, and k back restore the state exactly',
    async ({ lab }) => {
      const random = randomGenerator(5);
      await lab.open(presets.xor.state);
      await lab.tell({ kind: 'advance', steps: 10 });
      await lab.until(({ clock }) => clock.step === 10); // the end of an epoch;
      for (const unit of units) {
        const weights = await lab.ask('weights', undefined);
        const { clock, looks } = await lab.frame();
        const moves = 1 + random.integer(12);
        for (let i = 0; i < moves; i++) await lab.page.getByRole('button', { name: `One ${unit} on` }).click();
        await lab.ask('weights', undefined); // the moves are made
        for (let i = 0; i < moves; i++) await lab.page.getByRole('button', { name: `One ${unit} back` }).click();
        expect(await lab.ask('weights', undefined), unit).toEqual(weights);
        if (unit === 'node' || unit === 'batch')
          await lab.until((frame) => frame.clock.step === clock.step && frame.looks.time?.phase === looks.time?.phase);
      }
    },
  );

  journey('the card of a step says the chain rule in numbers that are the library’s', async ({ lab }) => {
    const { state } = presets.xor;
    await lab.open({ ...state, view: { ...state.view, selected: 'parameter:0' } });
    const { ofParameters } = await truth(state, 0, 0);
    const cards = lab.page.getByRole('region', { name: 'Chain rule' });
    await cards.waitFor();
    const shown = Math.abs(ofParameters[0] as number)
      .toPrecision(4)
      .replace(/0+$/, '');
    expect(await cards.textContent()).toContain(shown);
  });
});
