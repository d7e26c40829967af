import { expect } from 'vitest';
import { presets } from '../src/lab/state/presets.ts';
import { journey } from './lab.ts';

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
