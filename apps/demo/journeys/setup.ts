// Once before all journeys: the production build of the Lab, served with its policy, and a browser to open it in.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumFlags, chromium as executablePath } from '../../../test/platforms/chromium.ts';
import { buildLab } from '../src/serve/buildLab.ts';
import { serveLab } from '../src/serve/serveLab.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the Lab is served, and its folder. */
    readonly address: string;
    readonly folder: string;
    /** Where the browser listens; '' if there is none. */
    readonly browser: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const work = mkdtempSync(join(tmpdir(), 'lab-'));
  const folder = await buildLab(join(work, 'dist'));
  const { address, close } = await serveLab(folder);
  const browser =
    executablePath === undefined ? undefined : await chromium.launchServer({ executablePath, args: chromiumFlags });
  provide('address', address);
  provide('folder', folder);
  provide('browser', browser?.wsEndpoint() ?? '');
  return async () => {
    await browser?.close();
    await close();
    rmSync(work, { recursive: true, force: true });
  };
}
