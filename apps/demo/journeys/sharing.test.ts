import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { randomGenerator } from '@chainrule/core';
import { expect } from 'vitest';
import { boundaryGrid } from '../src/lab/picture/boundaryGrid.ts';
import { pixels } from '../src/lab/picture/pixels.ts';
import { openSession } from '../src/lab/run/session.ts';
import { fromAddress, toAddress } from '../src/lab/state/address.ts';
import { presets } from '../src/lab/state/presets.ts';
import { freshContext, journey, type Lab, labIn } from './lab.ts';

/** The bytes of the boundary as it is on the screen. */
function shownBoundary(): number[] {
  const canvas = document.querySelector<HTMLCanvasElement>('canvas.picture-grid') as HTMLCanvasElement;
  const { width, height } = canvas;
  return [...(canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, width, height).data];
}

journey('a shared link shows another browser the picture that Node computes, pixel by pixel', async ({ lab }) => {
  const { state } = presets.moons;
  await lab.open({ ...state, view: { ...state.view, theme: 'light' } });
  await lab.tell({ kind: 'advance', steps: 700 });
  await lab.until(({ clock }) => clock.step === 700);
  await lab.page.getByRole('button', { name: 'Share' }).click();
  const share = lab.page.locator('button[data-address^="http"]');
  const address = (await share.getAttribute('data-address')) as string;

  const other = await freshContext();
  const opened = await labIn(other);
  await opened.open(new URL(address).hash);
  await opened.page.locator('canvas.picture-grid').waitFor();
  const shared = await opened.page.evaluate(shownBoundary);
  await other.close();

  const sharedState = await fromAddress(new URL(address).hash);
  if (sharedState === undefined) throw new Error('The address has no state.');
  const session = await openSession(sharedState);
  expect(session.weights()).toEqual(await lab.ask('weights', undefined));
  expect(shared).toEqual([...pixels(boundaryGrid(session, [0, 1]), 'light')]);
  expect(opened.complaints).toEqual([]);
});

/** Saves what is open as a file, and opens the file in another visit. */
async function saveAndOpen({ page, open }: Lab): Promise<void> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save', exact: true }).click(),
  ]);
  const path = join(mkdtempSync(join(tmpdir(), 'saved-')), 'network.json');
  await download.saveAs(path);
  await open(presets.xor.state);
  await page.getByLabel('Open a saved state').setInputFiles(path);
  rmSync(dirname(path), { recursive: true });
}

journey('a saved file opens with its weights, in another visit', async ({ lab }) => {
  await lab.open(presets.circles.state);
  await lab.tell({ kind: 'advance', steps: 50 });
  await lab.until(({ clock }) => clock.step === 50);
  const weights = await lab.ask('weights', undefined);
  await saveAndOpen(lab);
  await lab.page.getByText('33 parameters').waitFor();
  expect(await lab.ask('weights', undefined)).toEqual(weights);
});

journey('what is too large for an address is saved as a file', async ({ lab: { page }, lab }) => {
  const random = randomGenerator(3);
  const rows = Array.from({ length: 2000 }, () => `${random.next()},${random.next()},${random.next()}`);
  await lab.open(presets.xor.state);
  const csv = { name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(['a,b,y', ...rows].join('\n')) };
  await page.getByLabel('Open a saved state or a table').setInputFiles(csv);
  await page.getByRole('button', { name: 'Use this table' }).click();
  await page.getByText('1,600 rows to train on, 400 kept for the test.').waitFor();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByText('This state is too large for an address. Save it as a file.').waitFor();
  const weights = await lab.ask('weights', undefined);
  await saveAndOpen(lab);
  await page.getByText('1,600 rows to train on, 400 kept for the test.').waitFor();
  expect(await lab.ask('weights', undefined)).toEqual(weights);
});

journey('what was set is there again on the next visit', async ({ lab }) => {
  await lab.open(presets.xor.state);
  await lab.page.getByRole('button', { name: 'Spiral' }).click();
  await lab.page.getByRole('tab', { name: 'metrics' }).click();
  await lab.page.waitForTimeout(500); // it is saved a moment later
  await lab.open('');
  expect(await lab.page.getByRole('tab', { selected: true }).textContent()).toBe('metrics');
  expect(await lab.page.getByRole('button', { name: 'Spiral' }).getAttribute('aria-pressed')).toBe('true');
});

journey('an address that is pasted while the Lab is open opens its state', async ({ lab }) => {
  await lab.open(presets.xor.state);
  const { hash } = new URL(await toAddress(presets.iris.state), lab.address);
  await lab.page.evaluate((next) => {
    location.hash = next;
  }, hash);
  await lab.page.getByText('67 parameters').waitFor();
});

journey('an address that is pasted while another is being written opens its state', async ({ lab }) => {
  await lab.open(presets.xor.state);
  const { hash } = new URL(await toAddress(presets.iris.state), lab.address);
  await lab.page.evaluate((next) => {
    const before = location.href;
    location.hash = next;
    history.replaceState(null, '', before); // as the page writes what was changed a moment ago
  }, hash);
  await lab.page.getByText('67 parameters').waitFor();
});
