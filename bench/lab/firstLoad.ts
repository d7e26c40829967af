import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright-core';
import { presets } from '../../apps/demo/src/lab/state/presets.ts';
import type { Laboratory } from './laboratory.ts';

/** Bytes of script, packed, that page and worker have asked for. */
interface FirstLoad {
  /** Before the page painted anything. */
  readonly painted: number;
  /** Before the graph was on the screen. */
  readonly whole: number;
}

/** What comes before one sees anything. */
export const firstLoad = (lab: Laboratory): Promise<FirstLoad> =>
  lab.visit(async ({ page, addressOf }) => {
    const requests: Request[] = [];
    page.context().on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('.js')) requests.push(request);
    });
    await page.goto(await addressOf(presets.xor.state));
    await page.locator('.graph-canvas[data-items]').waitFor();
    const asked = [...requests];
    const first = await page.evaluate(
      () =>
        performance.timeOrigin +
        (performance.getEntriesByName('first-contentful-paint')[0] as PerformanceEntry).startTime,
    );
    const bytes = (of: readonly Request[]): number => {
      const names = new Set(of.map((request) => basename(new URL(request.url()).pathname)));
      const sizes = [...names].map((name) => gzipSync(readFileSync(join(lab.folder, 'assets', name))).length);
      return sizes.reduce((sum, size) => sum + size, 0);
    };
    return { painted: bytes(asked.filter((request) => request.timing().startTime <= first)), whole: bytes(asked) };
  });
