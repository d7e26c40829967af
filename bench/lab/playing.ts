import type { LabState } from '../../apps/demo/src/lab/state/labState.ts';
import { type Intervals, intervalsOf } from './intervals.ts';
import type { Laboratory, Sight } from './laboratory.ts';
import { tasksDuring } from './tasks.ts';
import type { Watch } from './watch.ts';

/** How a page does while its worker trains. */
export interface Playing {
  readonly intervals: Intervals;
  /** Processor time of the page's main thread for each frame, and of the longest of its tasks, in milliseconds. */
  readonly perFrame: number;
  readonly longestTask: number;
}

/** How long is looked at, in milliseconds, after a moment for compiling. */
const time = 10_000;
const before = 1000;

/** Trains a state, as fast as it says, and notes each animation frame. */
export const playing = (lab: Laboratory, state: LabState): Promise<Playing> =>
  lab.visit(async ({ page, protocol, addressOf }) => {
    await page.goto(await addressOf(state));
    await page.locator('.graph-canvas[data-items]').waitFor();
    await page.locator('.time-play').click();
    await page.waitForTimeout(before);
    return observe({ page, protocol });
  });

/** The same of a page that is not the Lab, beside a worker that computes without end: what the machine can do just now. */
export const compared = (lab: Laboratory, name: 'empty' | 'busy'): Promise<Playing> =>
  lab.visit(async ({ page, protocol, baseline }) => {
    await page.goto(baseline(name));
    await page.waitForTimeout(before);
    return observe({ page, protocol });
  });

async function observe({ page, protocol }: Pick<Sight, 'page' | 'protocol'>): Promise<Playing> {
  let frames: readonly number[] = [];
  const tasks = await tasksDuring(protocol, async () => {
    await page.evaluate(() => (globalThis as unknown as { watch: Watch }).watch.begin());
    await page.waitForTimeout(time);
    frames = await page.evaluate(() => (globalThis as unknown as { watch: Watch }).watch.frames); // before the trace is written
  });
  const sum = tasks.reduce((total, task) => total + task, 0);
  return {
    intervals: intervalsOf(frames),
    perFrame: sum / frames.length,
    longestTask: Math.max(...tasks),
  };
}
