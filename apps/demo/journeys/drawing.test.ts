import { expect } from 'vitest';
import { fromAddress } from '../src/lab/state/address.ts';
import type { Source } from '../src/lab/state/labState.ts';
import { fast, journey, type Lab } from './lab.ts';

/** The points in the address of the page. */
async function pointsInAddress({ page }: Lab): Promise<Extract<Source, { kind: 'points' }>['points']> {
  const source = (await fromAddress(new URL(page.url()).hash))?.data.source;
  return source?.kind === 'points' ? source.points : [];
}

journey('two classes are drawn, one by mouse and one by keys, and told apart', async ({ lab: { page }, lab }) => {
  await lab.open(fast('xor'));
  await page.getByRole('button', { name: 'Draw points' }).click();
  await page.getByRole('button', { name: /^Clear/ }).click();
  const plane = page.getByRole('application', { name: 'Plane with 0 points' });
  await plane.waitFor();
  const box = await page.getByRole('application').boundingBox();
  if (box === null) throw new Error('The plane is not on the page.');
  for (let i = 0; i < 8; i++)
    await page.mouse.click(box.x + (0.1 + 0.03 * i) * box.width, box.y + (0.2 + 0.08 * i) * box.height);
  await page.getByRole('application', { name: 'Plane with 8 points' }).waitFor();

  await page.keyboard.press('1'); // the class
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight');
  for (let i = 0; i < 8; i++) {
    await page.keyboard.press('Enter');
    await page.keyboard.press(i % 2 === 0 ? 'ArrowRight' : 'ArrowUp');
  }
  await page.getByRole('application', { name: 'Plane with 16 points' }).waitFor();
  await expect.poll(() => pointsInAddress(lab)).toHaveLength(16);
  const points = await pointsInAddress(lab);
  expect(points.map(([, , label]) => label)).toEqual([...Array(8).fill(0), ...Array(8).fill(1)]);

  await page.getByRole('button', { name: 'Play' }).click();
  const { looks } = await lab.until(({ clock, looks }) => clock.step >= 200 && looks.figures?.training === 1);
  expect(looks.figures?.test).toBe(1);

  await page.getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('application', { name: 'Plane with 15 points' }).waitFor();
  await expect.poll(() => pointsInAddress(lab)).toEqual(points.slice(0, -1));
  await lab.open(new URL(page.url()).hash);
  await page.getByRole('application', { name: 'Plane with 15 points' }).waitFor();
});
