import { expect } from 'vitest';
import { presets } from '../src/lab/state/presets.ts';
import { journey } from './lab.ts';

const at = (tab: 'checks' | 'speed') => ({ ...presets.iris.state, view: { ...presets.iris.state.view, tab } });

journey('all checks hold, and say what the policy forbids', async ({ lab: { page }, lab }) => {
  await lab.open(at('checks'));
  const weights = await lab.ask('weights', undefined);
  await page.getByRole('button', { name: 'Run all checks' }).click();
  await page.getByText('3 of 3 checks hold.').waitFor();
  const said = (await page.getByRole('tabpanel').textContent()) ?? '';
  expect(said).toMatch(/67 parameters, worst difference \d\.\de-1\d\./);
  expect(said).toContain('numbers on 2 engines: not one bit differs.');
  expect(said).toContain('Not allowed here: the policy forbids generating code.');
  expect(said).toContain('200 steps each: the same fingerprint.');
  expect(await lab.ask('weights', undefined)).toEqual(weights);
});

journey(
  'engines are measured side by side while the network plays, until one stops them',
  async ({ lab: { page }, lab }) => {
    await lab.open(at('speed'));
    await page.getByRole('button', { name: 'Play' }).click();
    await page.getByRole('button', { name: 'Measure' }).click();
    const shown = page
      .getByRole('row', { name: /^WebAssembly,/ })
      .getByRole('cell')
      .first();
    await expect.poll(() => shown.textContent()).toMatch(/\d/);
    const { clock } = await lab.frame();
    await lab.until((frame) => frame.clock.step > clock.step);
    expect(await page.getByRole('row', { name: /^JavaScript/ }).textContent()).toContain('the policy forbids');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Measure' }).waitFor();
  },
);
