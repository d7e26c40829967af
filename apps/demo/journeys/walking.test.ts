import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { presets } from '../src/lab/state/presets.ts';
import type { Unit } from '../src/lab/time/units.ts';
import { journey, type Lab } from './lab.ts';

/** What the page says of the run: its figures, the place in the step, and the cards. */
const said = (page: Page): Promise<string> =>
  page.evaluate(() =>
    ['.time-figures', '.time-where', '.time-cards'].map((each) => document.querySelector(each)?.textContent).join('\n'),
  );

/** Everything that a move may change. */
const all = async ({ page, ask }: Lab): Promise<{ said: string; weights: number[] }> => ({
  weights: await ask('weights', undefined),
  said: await said(page),
});

/** Makes moves on by the button, until each is on the page, then as many back; all that was shown is shown again. */
async function thereAndBack(lab: Lab, unit: Unit, moves: number): Promise<void> {
  const seen = [await all(lab)];
  for (let i = 0; i < moves; i++) {
    await lab.page.getByRole('button', { name: `One ${unit} on` }).click();
    await expect.poll(() => said(lab.page), { message: unit }).not.toBe(seen[i]?.said);
    seen.push(await all(lab));
  }
  for (let i = moves - 1; i >= 0; i--) {
    await lab.page.getByRole('button', { name: `One ${unit} back` }).click();
    await expect.poll(() => said(lab.page), { message: `${unit} ${i}` }).toBe(seen[i]?.said);
    expect(await all(lab)).toEqual(seen[i]);
  }
}

journey('the buttons go on and back: figures, cards and weights are as they were at each place', async ({ lab }) => {
  const { state } = presets.xor;
  await lab.open({ ...state, training: { ...state.training, batch: 2 } });
  await lab.page.getByRole('button', { name: 'One batch on' }).click();
  await lab.until(({ clock }) => clock.step === 1);
  await expect.poll(() => said(lab.page)).toContain('step1');
  await thereAndBack(lab, 'node', 12);
  await thereAndBack(lab, 'phase', 7); // past the update
  await thereAndBack(lab, 'sample', 3);
  await thereAndBack(lab, 'batch', 3);
});

journey('an epoch on and back, and the slider to the beginning and to the end', async ({ lab: { page }, lab }) => {
  await lab.open(presets.xor.state);
  const first = await all(lab);
  await thereAndBack(lab, 'epoch', 2);
  const { clock } = await lab.frame();
  expect(clock).toMatchObject({ step: 0, furthest: 10 });
  const slider = page.getByRole('slider', { name: 'Step', exact: true });
  await slider.press('End');
  await expect.poll(() => said(page)).toContain('step10');
  const last = await all(lab);
  expect(last.weights).not.toEqual(first.weights);
  await slider.press('Home');
  await expect.poll(() => said(page)).toBe(first.said);
  expect(await all(lab)).toEqual(first);
  await slider.press('End');
  await expect.poll(() => said(page)).toBe(last.said);
  expect(await all(lab)).toEqual(last);
});
