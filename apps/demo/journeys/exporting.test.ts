import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { targets } from '../src/lab/code/targets.ts';
import { codeTargets } from '../src/lab/state/choices.ts';
import { presets } from '../src/lab/state/presets.ts';
import { journey } from './lab.ts';

const open = { ...presets.moons.state, view: { ...presets.moons.state.view, tab: 'code' } } as const;

journey('every language prints the network, or says why it cannot', async ({ lab }) => {
  await lab.open(open);
  const language = lab.page.getByLabel('Language');
  const pane = lab.page.getByRole('tabpanel');
  for (const target of codeTargets) {
    await language.selectOption(target);
    const { title } = targets[target];
    await expect
      .poll(async () => ({ target, text: await pane.textContent() }))
      .toEqual({ target, text: expect.not.stringMatching(/is being printed/) });
    const text = (await pane.textContent()) ?? '';
    expect(text, title).not.toMatch(/cannot take this network/);
    expect(text.length, title).toBeGreaterThan(200);
  }
});

journey('the exported module runs in the page, and has the bits of the network', async ({ lab }) => {
  await lab.open(open);
  await lab.tell({ kind: 'advance', steps: 100 });
  await lab.until(({ clock }) => clock.step === 100);
  await lab.page.getByRole('button', { name: 'Run it now' }).click();
  const difference = lab.page.locator('[data-measured="difference"]');
  await difference.waitFor();
  expect(await difference.textContent()).toBe('0, the same bits ✓');
  expect(await lab.page.locator('[data-measured="selfTest"]').textContent()).toMatch(/✓$/);
});

journey('the downloaded module is a file that Node runs', async ({ lab }) => {
  await lab.open({ ...presets.fahrenheit.state, view: { ...presets.fahrenheit.state.view, tab: 'code' } });
  await lab.tell({ kind: 'advance', steps: 4000 });
  await lab.until(({ clock }) => clock.step === 4000);
  await lab.page.getByLabel('Language').selectOption('python');
  await lab.page.getByLabel('Language').selectOption('javascript'); // printed anew
  const [download] = await Promise.all([
    lab.page.waitForEvent('download'),
    lab.page
      .getByRole('tabpanel')
      .getByRole('button', { name: /Download/ })
      .click(),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'exported-'));
  const path = join(folder, 'network.mjs');
  await download.saveAs(path);
  expect(readFileSync(path, 'utf8')).not.toContain('import ');
  const module = (await import(/* @vite-ignore */ path)) as { selfTest(): number } & Record<string, unknown>;
  expect(module.selfTest()).toBeLessThan(1e-9);
  rmSync(folder, { recursive: true });
});
