import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { toAddress } from '../src/lab/state/address.ts';
import { levels, tabs } from '../src/lab/state/choices.ts';
import type { LabState } from '../src/lab/state/labState.ts';
import { presets } from '../src/lab/state/presets.ts';
import { freshContext, journey, type Lab, labIn, type Tap } from './lab.ts';

type View = Partial<LabState['view']>;

const withView = (view: View, name: keyof typeof presets = 'xor'): LabState => {
  const { state } = presets[name];
  return { ...state, view: { ...state.view, ...view } };
};

/** What axe finds wrong with the page, in a line for each place. */
async function findings({ page }: Lab): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
    );
  });
}

/** How many states the page has opened. */
const opened = (): number => (globalThis as unknown as { tap: Tap }).tap.opened;

/** How far the page can be moved sideways, in pixels. */
const sideways = ({ page }: Lab): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const views: readonly (readonly [string, LabState])[] = [
  ...tabs.map((tab) => [`the ${tab} tab`, withView({ tab })] as const),
  ...levels.map(
    (level) => [`the graph of ${level}, with a weight selected`, withView({ level, selected: 'parameter:0' })] as const,
  ),
  ['all lessons', withView({ lesson: '' })],
  ['a lesson', withView({ lesson: 'gradient-by-hand' })],
  ['images', withView({}, 'digits')],
  ['three classes', withView({ tab: 'metrics' }, 'iris')],
  ['a curve', withView({}, 'sine')],
];

describe.for([1280, 360])('%d pixels wide', (width) => {
  journey.for(['light', 'dark'] as const)(
    '%s: axe finds nothing in any view, and nothing scrolls sideways',
    async (theme, { lab: first }) => {
      const context = await freshContext({ viewport: { width, height: 800 }, bypassCSP: true }); // for axe to be put in
      const lab = await labIn(context);
      const found: string[] = [];
      await lab.open('');
      for (const [name, state] of views) {
        const address = await toAddress({ ...state, view: { ...state.view, theme } });
        const before = await lab.page.evaluate(opened);
        await lab.page.evaluate((hash) => {
          location.hash = hash;
        }, address);
        await expect.poll(() => lab.page.evaluate(opened)).toBeGreaterThan(before);
        await lab.tell({ kind: 'advance', steps: 3 });
        await lab.until(({ clock, looks }) => clock.step === 3 && looks.graph?.values !== undefined);
        await lab.page.getByRole('tabpanel').locator('> *').first().waitFor();
        found.push(...(await findings(lab)).map((finding) => `${name}: ${finding}`));
        if ((await sideways(lab)) > 0) found.push(`${name}: scrolls sideways by ${await sideways(lab)}`);
      }
      await lab.page.evaluate(() => document.body.append(document.createElement('button')));
      expect(await findings(lab), 'axe finds a button without a name').toHaveLength(1);
      await context.close();
      expect(found).toEqual([]);
      expect(first.complaints).toEqual([]);
    },
  );
});

/** Ways to what is not in any address: dialogs, and problems. */
const ways: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'the dialog of a table, empty',
    async (page) => {
      await page.getByRole('button', { name: 'Own table…' }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'a table with a problem',
    async (page) => {
      await page.getByLabel(/^Rows with commas/).fill('a,b,y\n1,2,3\n4,,6\n7,8,9\n1,2,3\n4,5,6\n');
      await page.getByRole('dialog').getByRole('status').filter({ hasText: /row 3/i }).waitFor();
    },
  ],
  [
    'a table that can be used',
    async (page) => {
      await page.getByLabel(/^Rows with commas/).fill('a,b,y\n1,2,3\n4,5,6\n7,8,9\n1,2,3\n4,5,6\n');
      await page.locator('button.primary:enabled', { hasText: 'Use this table' }).waitFor();
    },
  ],
  [
    'points to draw, with the cross-hair',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Draw points' }).click();
      await page.getByRole('application').press('Enter');
      await page.getByText('points as a table').click();
    },
  ],
  [
    'no points at all',
    async (page) => {
      await page.getByRole('button', { name: /^Clear/ }).click();
      await page.getByRole('alert').first().waitFor();
    },
  ],
  [
    'a network with a problem',
    async (page) => {
      await page.getByRole('button', { name: 'XOR' }).click();
      await page.getByLabel('As text').fill('2 > linear 4 tanx > linear 1 sigmoid');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').first().waitFor();
    },
  ],
  [
    'a damaged address',
    async (page) => {
      await page.evaluate(() => {
        location.hash = '#v1.damaged';
      });
      await page.locator('body > [role="alert"]').waitFor();
    },
  ],
];

describe.for([1280, 360])('%d pixels wide', (width) => {
  journey.for(['light', 'dark'] as const)(
    '%s: axe finds nothing in dialogs, nor where a problem is shown',
    async (theme, { lab: first }) => {
      const context = await freshContext({ viewport: { width, height: 800 }, bypassCSP: true });
      const lab = await labIn(context);
      const found: string[] = [];
      await lab.open(withView({ theme }));
      for (const [name, go] of ways) {
        await go(lab.page);
        found.push(...(await findings(lab)).map((finding) => `${name}: ${finding}`));
        if ((await sideways(lab)) > 0) found.push(`${name}: scrolls sideways by ${await sideways(lab)}`);
      }
      await context.close();
      expect(found).toEqual([]);
      expect(first.complaints).toEqual([]);
    },
  );
});

journey('nothing moves where a person asked for that', async ({ lab: { page }, lab }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.open(withView({ lesson: '' }));
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await page.getByRole('tabpanel').locator('> *').first().waitFor();
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          return animationName !== 'none' || transitionDuration.split(',').some((duration) => parseFloat(duration) > 0);
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    );
    expect(moving).toEqual([]);
  }
});
