// What a person waits for in the Lab, measured in Chromium. No test asserts it, for other work on the machine decides it too.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { topologicalOrder } from '@chainrule/core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromium as executablePath } from '../../../test/platforms/chromium.ts';
import { openSession } from '../src/lab/run/session.ts';
import { toAddress } from '../src/lab/state/address.ts';
import type { LabState } from '../src/lab/state/labState.ts';
import { presets } from '../src/lab/state/presets.ts';
import { buildLab } from '../src/serve/buildLab.ts';
import { serveLab } from '../src/serve/serveLab.ts';
import { chromiumFlags } from './chromiumFlags.ts';

/** A figure and what it must reach. */
export interface Timing {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The most that it may be; undefined where there is no bar. */
  readonly most: number | undefined;
}

/**
 * Builds the Lab, opens it and measures it.
 * @throws Error if there is no Chromium.
 */
export async function* timings(): AsyncGenerator<Timing> {
  if (executablePath === undefined) throw new Error('There is no Chromium. Install it, or name it in CHROMIUM.');
  const work = mkdtempSync(join(tmpdir(), 'lab-'));
  const { address, close } = await serveLab(await buildLab(join(work, 'dist')));
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    yield* firstLoad(browser, address);
    yield* frames(browser, address);
    yield* weightByHand(browser, address);
    yield* largeGraph(browser, address);
  } finally {
    await browser.close();
    await close();
    rmSync(work, { recursive: true, force: true });
  }
}

async function show(browser: Browser, address: string, state: LabState): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address + (await toAddress(state)));
  await page.locator('.picture canvas').first().waitFor();
  return page;
}

async function* firstLoad(browser: Browser, address: string): AsyncGenerator<Timing> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body().then((body) => gzipSync(body).length));
  });
  const start = performance.now();
  await page.goto(address);
  await page.locator('.picture canvas').first().waitFor();
  const milliseconds = performance.now() - start;
  const sizes = await Promise.all(scripts);
  await context.close();
  yield { name: 'first visit: until the picture is there', value: milliseconds, unit: 'ms', most: undefined };
  const bytes = sizes.reduce((a, b) => a + b, 0);
  yield { name: 'first visit: all script until then, packed', value: bytes / 1000, unit: 'kB', most: 60 };
}

/** The times between frames of the page, for so many seconds. */
const between = (page: Page, seconds: number): Promise<number[]> =>
  page.evaluate(
    (milliseconds) =>
      new Promise<number[]>((done) => {
        const times: number[] = [];
        const tick = (now: number): void => {
          times.push(now);
          if (now - (times[0] as number) < milliseconds) requestAnimationFrame(tick);
          else done(times.slice(1).map((time, i) => time - (times[i] as number)));
        };
        requestAnimationFrame(tick);
      }),
    1000 * seconds,
  );

async function* frames(browser: Browser, address: string): AsyncGenerator<Timing> {
  const { state } = presets.spiral;
  const page = await show(browser, address, { ...state, training: { ...state.training, pace: 0 } });
  const idle = await between(page, 5);
  await page.getByRole('button', { name: 'Play' }).click();
  const busy = await between(page, 10);
  await page.context().close();
  for (const [name, times, bars] of [
    ['page at rest', idle, []],
    ['while training, 10 s', busy, [20, 50]],
  ] as const) {
    yield { name: `${name}: 99 % of frames within`, value: quantile(times, 0.99), unit: 'ms', most: bars[0] };
    yield { name: `${name}: longest frame`, value: Math.max(...times), unit: 'ms', most: bars[1] };
  }
}

async function* weightByHand(browser: Browser, address: string): AsyncGenerator<Timing> {
  const { state } = presets.moons;
  const page = await show(browser, address, { ...state, view: { ...state.view, selected: 'parameter:0' } });
  await page.getByRole('slider', { name: /by hand$/ }).waitFor();
  const times = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('.graph-weight input[type="range"]') as HTMLInputElement;
    const canvas = document.querySelector<HTMLCanvasElement>('canvas.picture-grid') as HTMLCanvasElement;
    const bytes = (): string =>
      String(
        (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height).data,
      );
    const found: number[] = [];
    for (let i = 0; i < 30; i++) {
      const before = bytes();
      const start = performance.now();
      slider.valueAsNumber = i % 2 === 0 ? 2 : -2;
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      do await new Promise((done) => requestAnimationFrame(done));
      while (bytes() === before && performance.now() - start < 2000);
      found.push(performance.now() - start);
    }
    return found;
  });
  await page.context().close();
  yield {
    name: 'a weight by hand: until the boundary is painted, median',
    value: quantile(times, 0.5),
    unit: 'ms',
    most: 100,
  };
  yield { name: 'a weight by hand: the slowest of 30', value: Math.max(...times), unit: 'ms', most: 100 };
}

async function* largeGraph(browser: Browser, address: string): AsyncGenerator<Timing> {
  const { state } = presets.moons;
  const large: LabState = {
    ...state,
    model: { ...state.model, network: '2 > linear 68 tanh > linear 68 tanh > linear 1 sigmoid' },
    view: { ...state.view, level: 'nodes', tab: 'checks', opened: ['*'] },
  };
  const count = topologicalOrder([(await openSession(large)).model.loss]).nodes.length;
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    const page = await show(browser, address, { ...state, view: { ...state.view, level: 'nodes' } });
    const hash = await toAddress(large);
    times.push(
      await page.evaluate(async (next) => {
        const tree = document.querySelector('.graph canvas') as HTMLCanvasElement;
        const bytes = (): number => {
          const { data } = (tree.getContext('2d') as CanvasRenderingContext2D).getImageData(
            0,
            0,
            tree.width,
            tree.height,
          );
          let sum = 0;
          for (let at = 0; at < data.length; at += 101) sum = (sum * 31 + (data[at] as number)) % 1_000_003;
          return sum;
        };
        const before = bytes();
        const start = performance.now();
        location.hash = next;
        for (;;) {
          await new Promise((done) => requestAnimationFrame(done));
          const now = performance.now();
          if (bytes() !== before || now - start > 5000) return now - start;
        }
      }, hash),
    );
    await page.context().close();
  }
  yield {
    name: `a graph of ${count.toLocaleString('en')} nodes: until it is painted, median of 5`,
    value: quantile(times, 0.5),
    unit: 'ms',
    most: 300,
  };
}

/** The value below which a share of the values lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;
}
