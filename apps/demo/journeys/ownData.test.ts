import { expect } from 'vitest';
import { presets } from '../src/lab/state/presets.ts';
import { journey } from './lab.ts';

const rows = Array.from(
  { length: 60 },
  (_, i) => [20 + (i % 30), 150 + ((i * 7) % 40), i % 2 === 0 ? 'yes' : 'no'] as const,
);
const csv = ['age;height;member', ...rows.map((row) => row.join(';'))].join('\n');

journey('a table of one’s own is pasted, used and trained on', async ({ lab: { page }, lab }) => {
  await lab.open(presets.xor.state);
  await page.getByRole('button', { name: 'Own table…' }).click();
  await page.getByLabel(/^Rows with commas/).fill(csv);
  await page.getByRole('button', { name: 'Use this table' }).click();
  await page.getByRole('button', { name: 'Your table…' }).waitFor();
  await page.getByText('48 rows to train on, 12 kept for the test.').waitFor();
  await page.getByRole('button', { name: 'Play' }).click();
  await lab.until(({ clock, looks }) => clock.step > 20 && looks.figures !== undefined);
});

journey('what is wrong with a table is said by row and column', async ({ lab: { page }, lab }) => {
  await lab.open(presets.xor.state);
  await page.getByRole('button', { name: 'Own table…' }).click();
  await page.getByLabel(/^Rows with commas/).fill('a,b,y\n1,2,3\n4,,6\n7,8,9\n1,2,3\n4,5,6\n');
  const verdict = page.getByRole('dialog').getByRole('status');
  await expect.poll(() => verdict.textContent()).toMatch(/[Rr]ow 3/);
  expect(await verdict.textContent()).toContain('b');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
});

journey('a network is typed, and trains', async ({ lab: { page }, lab }) => {
  await lab.open(presets.circles.state);
  await page.getByLabel('As text').fill('2 > linear 3 relu > linear 5 sin > linear 1 sigmoid');
  await page.keyboard.press('Enter');
  await page.getByText('35 parameters').waitFor();
  await page.getByRole('button', { name: 'Play' }).click();
  await lab.until(({ clock }) => clock.step > 20);
  expect(await lab.ask('weights', undefined)).toHaveLength(35);
});

journey('reset and a seed start the same run again', async ({ lab: { page }, lab }) => {
  await lab.open(presets.circles.state);
  const first = await lab.ask('weights', undefined);
  await lab.tell({ kind: 'advance', steps: 30 });
  await lab.until(({ clock }) => clock.step === 30);
  await page.getByRole('button', { name: 'Reset' }).click();
  await lab.until(({ clock }) => clock.step === 0);
  expect(await lab.ask('weights', undefined)).toEqual(first);
});
