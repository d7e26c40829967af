import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { toAddress } from '../../apps/demo/src/lab/state/address.ts';
import type { LabState } from '../../apps/demo/src/lab/state/labState.ts';
import { buildLab } from '../../apps/demo/src/serve/buildLab.ts';
import { serveLab } from '../../apps/demo/src/serve/serveLab.ts';
import { chromiumFlags, chromium as executablePath } from '../../test/platforms/chromium.ts';
import { baselines } from './baselines.ts';
import { watch } from './watch.ts';

/** A page of a fresh browser context, and the protocol to look into it. */
export interface Sight {
  readonly page: Page;
  readonly protocol: CDPSession;
  /** Where the Lab is. */
  readonly address: string;
  /** Where a state is shown. */
  addressOf(state: LabState): Promise<string>;
  /** Where one of the baselines is. */
  baseline(name: 'empty' | 'busy'): string;
}

/** The Lab as it is built, served with its policy, and a browser. */
export interface Laboratory {
  readonly folder: string;
  /** Does something with a page that is closed afterwards. */
  visit<T>(look: (sight: Sight) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * Builds the Lab, serves it, and starts a browser.
 * @throws Error if there is no Chromium.
 */
export async function openLaboratory(): Promise<Laboratory> {
  if (executablePath === undefined)
    throw new Error('There is no Chromium. Install it (Debian: apt-get install chromium), or name it in CHROMIUM.');
  const work = mkdtempSync(join(tmpdir(), 'lab-'));
  const folder = await buildLab(join(work, 'dist'));
  for (const [name, text] of Object.entries(baselines)) writeFileSync(join(folder, name), text);
  const server = await serveLab(folder);
  const browser: Browser = await chromium.launch({ executablePath, args: chromiumFlags });
  return {
    folder,
    visit: async (look) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      try {
        const page = await context.newPage();
        await page.addInitScript(watch);
        const protocol = await context.newCDPSession(page);
        return await look({
          page,
          protocol,
          address: server.address,
          addressOf: async (state) => server.address + (await toAddress(state)),
          baseline: (name) => `${server.address}${name}.html`,
        });
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(work, { recursive: true });
    },
  };
}
