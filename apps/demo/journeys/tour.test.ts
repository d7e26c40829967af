import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { tour } from '../src/lab/lessons/lessons.ts';
import { presets } from '../src/lab/state/presets.ts';
import { press, tabTo } from './keys.ts';
import { journey } from './lab.ts';

/** The task of that place, once it is the next, or done. */
const task = (page: Page, at: number, stage: 'now' | 'done'): Promise<void> =>
  page.locator(`.lesson-task.lesson-${stage}:nth-child(${at + 1})`).waitFor();

async function answer(page: Page, question: RegExp, text: string): Promise<void> {
  await tabTo(page, question);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** Plays as fast as the machine can. */
async function play(page: Page): Promise<void> {
  await tabTo(page, /^Steps a second$/, 'Shift+Tab'); // it is at the end of the page
  await page.keyboard.press('End');
  await tabTo(page, /Play$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
}

async function openTab(page: Page, right: number): Promise<void> {
  await tabTo(page, /^picture$/);
  for (let i = 0; i < right; i++) await page.keyboard.press('ArrowRight');
}

/** What is done with the keys for each task of each lesson. */
const deeds: Readonly<Record<string, readonly ((page: Page) => Promise<void>)[]>> = {
  'gradient-by-hand': [
    async (page) => {
      await answer(page, /^What is ∂L\/∂w/, '11');
      await page.getByText('Not 11. Try again.').waitFor();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('12');
      await page.keyboard.press('Enter');
    },
    (page) => press(page, /^One batch on$/),
    (page) => answer(page, /^What is the weight now/, '1.88'),
  ],
  'compiled-function': [
    play,
    (page) => openTab(page, 2),
    (page) => answer(page, /^What does the function give/, '100'),
  ],
  'kept-values': [(page) => press(page, /^Next row$/), (page) => press(page, /^Row before$/)],
  macros: [
    (page) => press(page, /^Blocks$/),
    (page) => press(page, /^Scalars$/),
    (page) => answer(page, /^How many weights and biases/, '33'),
  ],
  'list-outputs': [play, (page) => openTab(page, 3)],
  formula: [(page) => openTab(page, 1), play, (page) => answer(page, /^Which number stands/, '0.5556')],
  'several-parents': [
    async (page) => {
      await tabTo(page, /^inputs/);
      for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    },
    (page) => answer(page, /^a = 1/, '4'),
  ],
  'two-trainings': [
    play,
    async (page) => {
      await press(page, /^Open it$/);
      await page.getByText('2 parameters', { exact: true }).waitFor();
      await play(page);
    },
  ],
};

journey('the whole tour by keyboard alone: every task of its eight lessons', async ({ lab: { page }, lab }) => {
  await lab.open(presets.xor.state);
  await press(page, /^Lessons$/);
  await page.getByRole('heading', { name: 'Lessons' }).waitFor();
  await press(page, /A gradient by hand/);
  for (const [i, { name, title, moral }] of tour.entries()) {
    if (i > 0) await press(page, /Next lesson$/);
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    expect(await page.locator('.lesson-done').count(), name).toBe(0);
    await press(page, /^Open the network$/);
    for (const [at, deed] of (deeds[name] ?? []).entries()) {
      await task(page, at, 'now');
      await deed(page);
      await task(page, at, 'done');
    }
    expect(await page.locator('.lesson-moral').textContent()).toBe(moral);
  }
  await press(page, /All lessons$/);
  expect(await page.locator('.lesson-is-done').count()).toBe(tour.length);
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Lessons' }).waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lessons');
});
