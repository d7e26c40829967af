import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Request } from 'playwright-core';
import type { LabState } from '../../apps/demo/src/lab/state/labState.ts';
import type { Laboratory } from './laboratory.ts';
import type { Watch } from './watch.ts';

/** Bytes of script, packed, that page and worker have asked for. */
interface FirstLoad {
  /** Before the page painted anything. */
  readonly painted: number;
  /** Before the graph was on the screen. */
  readonly whole: number;
}

/** What comes before one sees anything, on a first visit; with a state, by a link to it. */
export const firstLoad = (lab: Laboratory, state?: LabState): Promise<FirstLoad> =>
  lab.visit(async ({ page, address, addressOf }) => {
    const requests: Request[] = [];
    page.context().on('request', (request) => {
      if (/\/assets\/[^/]+\.js$/.test(new URL(request.url()).pathname)) requests.push(request);
    });
    await page.goto(state === undefined ? address : await addressOf(state));
    const { first, drawn } = await page.evaluate(async () => {
      const { watch } = globalThis as unknown as { watch: Watch };
      const drawn = await watch.painted(() => document.querySelector('.graph-canvas[data-items]') !== null);
      const [first] = performance.getEntriesByName('first-contentful-paint');
      return {
        first: performance.timeOrigin + (first as PerformanceEntry).startTime,
        drawn: performance.timeOrigin + drawn,
      };
    });
    await page.waitForLoadState('networkidle'); // when a request began is known once it has ended
    const before = (time: number): Request[] =>
      requests.filter((request) => request.timing().startTime > 0 && request.timing().startTime <= time);
    const bytes = (of: readonly Request[]): number => {
      const names = new Set(of.map((request) => basename(new URL(request.url()).pathname)));
      const sizes = [...names].map((name) => gzipSync(readFileSync(join(lab.folder, 'assets', name))).length);
      return sizes.reduce((sum, size) => sum + size, 0);
    };
    return { painted: bytes(before(first)), whole: bytes(before(drawn)) };
  });
