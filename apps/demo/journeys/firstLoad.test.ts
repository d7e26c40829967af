import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { presets } from '../src/lab/state/presets.ts';
import { journey } from './lab.ts';

/** What may come over the network before a person sees the network and its picture, in bytes. */
const most = 60_000;

journey.for(['xor', 'fahrenheit'] as const)(
  '%s: all script that the first picture needs is at most 60 kB, packed',
  async (name, { lab }) => {
    const scripts = new Map<string, Promise<Buffer>>();
    lab.context.on('response', (response) => {
      if (response.url().endsWith('.js') && response.request().serviceWorker() === null)
        scripts.set(response.url(), response.body());
    });
    await lab.open(presets[name].state);
    await lab.page.locator('.picture canvas').first().waitFor();
    const sizes = await Promise.all(
      Array.from(scripts, async ([url, body]) => [url.replace(/.*\//, ''), gzipSync(await body).length] as const),
    );
    const sum = sizes.reduce((total, [, size]) => total + size, 0);
    expect(sizes.some(([file]) => file.startsWith('train.worker'))).toBe(true);
    expect(sum, JSON.stringify(Object.fromEntries(sizes), null, 1)).toBeLessThanOrEqual(most);
  },
);
