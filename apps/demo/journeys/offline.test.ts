import { expect, inject } from 'vitest';
import { presets } from '../src/lab/state/presets.ts';
import { serveLab } from '../src/serve/serveLab.ts';
import { journey, type Lab, labIn } from './lab.ts';

/** Opens the Lab for the first time, and waits until the service worker answers for it. */
async function visit({ open, page }: Lab): Promise<void> {
  await open('');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (navigator.serviceWorker.controller === null) await new Promise((done) => setTimeout(done, 20));
  });
}

journey('after the first visit the Lab opens without its server, every part of it', async ({ lab: { context } }) => {
  const server = await serveLab(inject('folder'));
  const lab = await labIn(context, server.address);
  await visit(lab);
  await server.close();
  await lab.page.reload();
  await lab.open(presets.digits.state); // its rows are fetched when first asked for
  await lab.tell({ kind: 'advance', steps: 3 });
  await lab.until(({ clock }) => clock.step === 3);
  for (const tab of await lab.page.getByRole('tab').all()) {
    await tab.click();
    await lab.page.getByRole('tabpanel').locator('> *').first().waitFor();
  }
  expect(lab.complaints).toEqual([]);
});

journey('a module in the cache "exported" runs in a worker as a file', async ({ lab }) => {
  await visit(lab);
  const answer = await lab.page.evaluate(async () => {
    const cache = await caches.open('exported');
    const put = (name: string, code: string): Promise<void> =>
      cache.put(name, new Response(code, { headers: { 'content-type': 'text/javascript' } }));
    await put('./exported/double.js', 'export const double = (x) => 2 * x;');
    await put('./exported/worker.js', 'import { double } from "./double.js"; postMessage(double(21));');
    const worker = new Worker('./exported/worker.js', { type: 'module' });
    return new Promise((done) => worker.addEventListener('message', ({ data }) => done(data)));
  });
  expect(answer).toBe(42);
});

journey('an address below exported/ that nobody filled is missing', async ({ lab }) => {
  await visit(lab);
  expect(await lab.page.evaluate(async () => (await fetch('./exported/none.js')).status)).toBe(404);
  lab.complaints.length = 0; // the browser reports it, as it should
});
