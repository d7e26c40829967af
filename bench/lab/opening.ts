import type { LabState } from '../../apps/demo/src/lab/state/labState.ts';
import { presets } from '../../apps/demo/src/lab/state/presets.ts';
import type { Laboratory, Sight } from './laboratory.ts';
import { tasksDuring } from './tasks.ts';
import type { Watch } from './watch.ts';

/** How long it takes until a large graph is on the screen, in milliseconds. */
export interface Opening {
  readonly time: number;
  /** The processor time of the page's main thread until then. */
  readonly page: number;
  /** How many nodes there are. */
  readonly nodes: number;
}

/** More than 10,000 nodes. */
const network = '64 > linear 64 tanh > linear 32 tanh > linear 10 softmax';
const { digits } = presets;
const large: LabState = {
  ...digits.state,
  model: { ...digits.state.model, network },
  view: { ...digits.state.view, level: 'nodes', opened: ['*'] },
};

/** The address of the graph in a new page. */
export const fromAddress = (lab: Laboratory): Promise<Opening> =>
  lab.visit(async ({ page, protocol, addressOf }) => {
    const address = await addressOf(large);
    let time = 0;
    const tasks = await tasksDuring(protocol, async () => {
      await page.goto(address, { waitUntil: 'commit' });
      time = await page.evaluate(onScreen);
    });
    return opening(page, time, tasks);
  });

/** The graph in a page that shows another. */
export const inPage = (lab: Laboratory): Promise<Opening> =>
  lab.visit(async ({ page, protocol, addressOf }) => {
    const address = await addressOf(large);
    await page.goto(await addressOf(presets.digits.state));
    await page.locator('.graph-canvas[data-items]').waitFor();
    await page.waitForTimeout(1000);
    let time = 0;
    const tasks = await tasksDuring(protocol, async () => {
      time = await page.evaluate(async (hash) => {
        const start = performance.now();
        location.hash = hash;
        return (await (globalThis as unknown as { watch: Watch }).watch.painted(isLarge)) - start;
        function isLarge(): boolean {
          return Number(document.querySelector<HTMLElement>('.graph-canvas')?.dataset['items']) >= 10_000;
        }
      }, new URL(address).hash);
    });
    return opening(page, time, tasks);
  });

/** Folded layers, then all nodes. */
export const unfolding = (lab: Laboratory): Promise<Opening> =>
  lab.visit(async ({ page, protocol, addressOf }) => {
    await page.goto(await addressOf({ ...large, view: { ...large.view, opened: [] } }));
    await page.locator('.graph-canvas[data-items]').waitFor();
    await page.waitForTimeout(1000);
    let time = 0;
    const tasks = await tasksDuring(protocol, async () => {
      time = await page.evaluate(async () => {
        const start = performance.now();
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('.graph-bar button')];
        buttons.find(({ textContent }) => textContent === 'Unfold all')?.click();
        return (await (globalThis as unknown as { watch: Watch }).watch.painted(isLarge)) - start;
        function isLarge(): boolean {
          return Number(document.querySelector<HTMLElement>('.graph-canvas')?.dataset['items']) >= 10_000;
        }
      });
    });
    return opening(page, time, tasks);
  });

function onScreen(): Promise<number> {
  return (globalThis as unknown as { watch: Watch }).watch.painted(
    () => Number(document.querySelector<HTMLElement>('.graph-canvas')?.dataset['items']) >= 10_000,
  );
}

async function opening(page: Sight['page'], time: number, tasks: readonly number[]): Promise<Opening> {
  const nodes = await page.evaluate(() =>
    Number(document.querySelector<HTMLElement>('.graph-canvas')?.dataset['items']),
  );
  return { time, page: tasks.reduce((total, task) => total + task, 0), nodes };
}
