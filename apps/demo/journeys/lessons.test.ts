import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { presets } from '../src/lab/state/presets.ts';
import { journey } from './lab.ts';

/** Goes with the Tab key to what has the focus once `is` holds for its name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 150; i++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`The Tab key does not lead to ${name}.`);
}

journey('the first lesson of the tour by keyboard alone', async ({ lab: { page }, lab }) => {
  await lab.open(presets.xor.state);
  await tabTo(page, /^Lessons$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Lessons' }).waitFor();
  await tabTo(page, /A gradient by hand/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'A gradient by hand' }).waitFor();
  await tabTo(page, /^Open the network$/);
  await page.keyboard.press('Enter');
  await page.getByText('2 parameters', { exact: true }).waitFor();
  await tabTo(page, /^What is ∂L\/∂w/);
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  await page.getByText('Not 11. Try again.').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await page.locator('.lesson-now', { hasText: 'Make one step' }).waitFor();
  await tabTo(page, /^One batch on$/);
  await page.keyboard.press('Enter');
  await page.locator('.lesson-now', { hasText: 'What is the weight now?' }).waitFor();
  expect((await lab.ask('weights', undefined))[0]).toBeCloseTo(1.88, 12);
  await page.getByRole('textbox', { name: /What is the weight now/ }).focus();
  await page.keyboard.type('1.88');
  await page.keyboard.press('Enter');
  await page.getByText('That is all of training', { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'A gradient by hand' }).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lessons');
});

journey('the tour goes from lesson to lesson, and remembers what is done', async ({ lab: { page }, lab }) => {
  await lab.open({ ...presets.xor.state, view: { ...presets.xor.state.view, lesson: 'kept-values' } });
  await page.getByRole('button', { name: 'Open the network' }).click();
  await page.getByRole('button', { name: 'Next row' }).click();
  await page.locator('.lesson-now', { hasText: 'Go back to the first row' }).waitFor();
  await page.getByRole('button', { name: 'Row before' }).click();
  await page.locator('.lesson-moral').waitFor();
  await page.getByRole('button', { name: 'Next lesson' }).click();
  await page.getByRole('heading', { name: 'A layer is a macro' }).waitFor();
  await page.getByRole('button', { name: 'All lessons' }).click();
  await page.getByRole('button', { name: /Forward, once.*2 of 2 tasks done/ }).waitFor();
});

journey('a rate that is too high overflows, is explained, and is cured', async ({ lab: { page }, lab }) => {
  await lab.open({ ...presets.xor.state, view: { ...presets.xor.state.view, lesson: 'rate-too-high' } });
  await page.getByRole('button', { name: 'Open the network' }).click();
  await page.getByLabel('Steps a second').selectOption('0');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('alert').filter({ hasText: 'Lower the learning rate' }).waitFor();
  await page.locator('.lesson-now', { hasText: 'Lower the rate' }).waitFor();
  await page.locator('#training-rate').fill('0.1');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.locator('.lesson-moral').waitFor();
});

journey(
  'a sure and wrong network stays wrong with the squared error, and learns with the cross-entropy',
  async ({ lab: { page }, lab }) => {
    await lab.open({ ...presets.xor.state, view: { ...presets.xor.state.view, lesson: 'saturated-sigmoid' } });
    await page.getByRole('button', { name: 'Open the network' }).click();
    await page.getByLabel('Steps a second').selectOption('0');
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Open it' }).waitFor();
    expect((await lab.frame()).looks.figures?.training).toBe(0);
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('button', { name: 'Play' }).click();
    await page.locator('.lesson-moral').waitFor();
  },
);
