import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { formulaDefault } from '../src/lab/formula/formulaChoice.ts';
import type { LabState } from '../src/lab/state/labState.ts';
import { presets } from '../src/lab/state/presets.ts';
import { journey } from './lab.ts';

/** The pixels of a canvas, in a text. */
const pixels = (page: Page, selector: string): Promise<string> =>
  page.locator(selector).evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());

/** Moves the mouse over the graph until it is on a weight, as its cursor says. */
async function findWeight(page: Page): Promise<readonly [x: number, y: number]> {
  const canvas = page.locator('canvas.graph-canvas');
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('The graph is not on the page.');
  for (const across of [0.3, 0.4, 0.5, 0.6, 0.7])
    for (let down = 0.1; down < 0.9; down += 4 / box.height) {
      const [x, y] = [box.x + across * box.width, box.y + down * box.height];
      await page.mouse.move(x, y);
      if ((await canvas.evaluate((element) => element.style.cursor)) === 'ew-resize') return [x, y];
    }
  throw new Error('There is no weight under the mouse.');
}

/** The text of the loss in the tree of the graph, its value and gradient with it. */
const loss = (page: Page): Promise<string | null> => page.getByRole('treeitem', { name: /^loss/ }).textContent();

const withView = (view: Partial<LabState['view']>): LabState => {
  const { state } = presets.xor;
  return { ...state, view: { ...state.view, ...view } };
};

describe('a weight that is dragged in the graph', () => {
  journey('moves the picture and the loss, and goes back', async ({ lab: { page }, lab }) => {
    await lab.open(withView({ tab: 'picture' }));
    await page.locator('canvas.picture-grid').waitFor();
    await expect.poll(() => loss(page)).toContain('value');
    const weights = await lab.ask('weights', undefined);
    const before = [await pixels(page, 'canvas.picture-grid'), await loss(page)];

    const [x, y] = await findWeight(page);
    await page.mouse.down();
    await page.mouse.move(x + 150, y, { steps: 5 });
    await page.mouse.up();
    const value = page.getByRole('spinbutton', { name: /^Value of/ });
    await expect
      .poll(async () => (await lab.ask('weights', undefined)).filter((each, i) => each !== weights[i]))
      .toHaveLength(1);
    const dragged = await lab.ask('weights', undefined);
    const index = dragged.findIndex((each, i) => each !== weights[i]);
    expect((dragged[index] as number) - (weights[index] as number)).toBeCloseTo(1.5, 12);
    await expect.poll(() => value.inputValue().then(Number)).toBeCloseTo(dragged[index] as number, 4);
    await expect.poll(() => pixels(page, 'canvas.picture-grid')).not.toBe(before[0]);
    await expect.poll(() => loss(page)).not.toBe(before[1]);

    await page.getByRole('button', { name: 'As trained' }).click();
    await expect.poll(() => pixels(page, 'canvas.picture-grid')).toBe(before[0]);
    await expect.poll(() => loss(page)).toBe(before[1]);
    expect(await lab.ask('weights', undefined)).toEqual(weights);
  });

  journey('is marked in the formula, where its number follows', async ({ lab: { page }, lab }) => {
    await lab.open(withView({ tab: 'formula' }));
    await page.locator('.formula-sheet [data-node^="parameter:"]').first().waitFor();
    const [x, y] = await findWeight(page);
    await page.locator('.formula-sheet .lit').waitFor();
    const number = page.locator(
      `.formula-sheet [data-node="${await page.locator('.formula-sheet .lit').getAttribute('data-node')}"]`,
    );
    const before = await number.textContent();
    await page.mouse.down();
    await page.mouse.move(x + 60, y, { steps: 3 });
    await expect.poll(() => number.textContent()).not.toBe(before); // while it is dragged
    await page.mouse.up();
    await page.getByRole('button', { name: 'As trained' }).click();
    await expect.poll(() => number.textContent()).toBe(before);
  });
});

describe('the formula', () => {
  /** The numbers of the parameters in it, by their keys, without their signs. */
  const shown = (page: Page): Promise<[string, number][]> =>
    page
      .locator('.formula-sheet [data-node^="parameter:"]') // of the number, or of it and its sign
      .evaluateAll((numbers) =>
        numbers.map((each) => [each.getAttribute('data-node') ?? '', Number(each.textContent?.replace('−', ''))]),
      );

  journey('shows the weights in as many digits as are set', async ({ lab: { page }, lab }) => {
    await lab.open(withView({ tab: 'formula', formula: formulaDefault }));
    await lab.tell({ kind: 'advance', steps: 30 }); // until then the biases are 0, and left out
    await lab.until(({ clock }) => clock.step === 30);
    const weights = await lab.ask('weights', undefined);
    for (const digits of [4, 17]) {
      await page.getByLabel('Digits').selectOption(String(digits));
      const expected = weights.map((weight, i) => [`parameter:${i}`, Math.abs(Number(weight.toPrecision(digits)))]);
      await expect.poll(() => shown(page).then(Object.fromEntries)).toEqual(Object.fromEntries(expected));
    }
  });

  journey('changes its numbers in place while it plays', async ({ lab: { page }, lab }) => {
    await lab.open(withView({ tab: 'formula' }));
    const number = page.locator('.formula-sheet [data-node="parameter:0"]');
    await number.waitFor();
    const element = await number.elementHandle();
    const before = await number.textContent();
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => number.textContent()).not.toBe(before);
    await page.getByRole('button', { name: 'Pause' }).click();
    await lab.until(({ clock }) => !clock.playing);
    const [weight = Number.NaN] = await lab.ask('weights', undefined);
    const expected = Math.abs(Number(weight.toPrecision(4)));
    await expect.poll(async () => Math.abs(Number(await number.textContent()))).toBe(expected);
    expect(await element?.evaluate((each) => each.isConnected), 'it is the same element').toBe(true);
  });

  journey('marks in the graph the weight that the mouse is on', async ({ lab: { page }, lab }) => {
    await lab.open(withView({ tab: 'formula' }));
    const number = page.locator('.formula-sheet [data-node="parameter:0"]');
    await number.waitFor();
    await expect.poll(() => loss(page)).toContain('value');
    const before = await pixels(page, 'canvas.graph-canvas');
    await number.hover();
    await expect.poll(() => pixels(page, 'canvas.graph-canvas')).not.toBe(before);
    await page.mouse.move(2, 2);
    await expect.poll(() => pixels(page, 'canvas.graph-canvas')).toBe(before);
  });
});
