import type { LabState, PresetName } from '../../apps/demo/src/lab/state/labState.ts';
import { presets } from '../../apps/demo/src/lab/state/presets.ts';
import type { Laboratory } from './laboratory.ts';
import type { Watch } from './watch.ts';

const shown = (name: PresetName, view: Partial<LabState['view']>): LabState => ({
  ...presets[name].state,
  view: { ...presets[name].state.view, ...view },
});

/** From each change of a weight's slider to the frame that shows what follows from it, in milliseconds. */
export const dragging = (lab: Laboratory, name: PresetName): Promise<number[]> =>
  lab.visit(async ({ page, addressOf }) => {
    await page.goto(await addressOf(shown(name, { selected: 'parameter:0' })));
    await page.locator('.graph-weight input[type=range]').waitFor();
    await page.waitForTimeout(1500);
    return page.evaluate(async () => {
      const { watch } = globalThis as unknown as { watch: Watch };
      const slider = document.querySelector('.graph-weight input[type=range]') as HTMLInputElement;
      const times: number[] = [];
      for (let i = 0; i < 30; i++) {
        const value = -1 + i / 15 + 0.01;
        let hasCome = false;
        const start = performance.now();
        slider.valueAsNumber = value;
        const written = slider.valueAsNumber; // a whole number of its steps
        watch.listen = (report) => {
          hasCome ||= report.frame?.looks.graph?.values?.includes(written) ?? false;
        };
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        times.push((await watch.painted(() => hasCome)) - start);
        await new Promise((done) => setTimeout(done, 40));
      }
      return times;
    });
  });

/** From a click at each tab to its being there, in milliseconds; `again` when it has been fetched before. */
export const changingTabs = (lab: Laboratory, name: PresetName): Promise<{ first: number[]; again: number[] }> =>
  lab.visit(async ({ page, addressOf }) => {
    await page.goto(await addressOf(shown(name, {})));
    await page.locator('.picture').waitFor();
    await page.waitForTimeout(1000);
    return page.evaluate(async () => {
      const { watch } = globalThis as unknown as { watch: Watch };
      const signs = {
        formula: '.formula-sheet > *',
        code: '.code-listing, .code pre',
        metrics: '.metrics',
        picture: '.picture',
      };
      const rounds: number[][] = [];
      for (let round = 0; round < 3; round++) {
        const times: number[] = [];
        for (const [tab, sign] of Object.entries(signs)) {
          const start = performance.now();
          document.getElementById(`tab-${tab}`)?.click();
          times.push((await watch.painted(() => document.querySelector(sign) !== null)) - start);
          await new Promise((done) => setTimeout(done, 300));
        }
        rounds.push(times);
      }
      return { first: rounds[0] as number[], again: rounds.slice(1).flat() };
    });
  });
