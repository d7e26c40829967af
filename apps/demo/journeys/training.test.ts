import { describe, expect } from 'vitest';
import { openSession } from '../src/lab/run/session.ts';
import type { PresetName } from '../src/lab/state/labState.ts';
import { presets } from '../src/lab/state/presets.ts';
import { presetBars } from '../src/lab/testing/presetBars.ts';
import { fast, journey } from './lab.ts';

describe('presets reach their bars in the page, on rows that were kept away', () => {
  journey.for(presetBars)('%s, %d steps: at least %d', async ([name, steps, least], { lab }) => {
    await lab.open(fast(name));
    await lab.page.getByRole('button', { name: 'Play' }).click();
    await lab.until(({ clock }) => clock.step >= steps);
    await lab.page.getByRole('button', { name: 'Pause' }).click();
    await lab.tell({ kind: 'goTo', step: steps });
    const { looks } = await lab.until(({ clock }) => clock.step === steps && !clock.playing);
    expect(looks.figures?.test).toBeGreaterThanOrEqual(least);
  });

  journey('sine: the error is that of the noise', async ({ lab }) => {
    await lab.open(fast('sine'));
    await lab.tell({ kind: 'advance', steps: 3000 });
    const { looks } = await lab.until(({ clock }) => clock.step === 3000);
    expect(looks.figures?.test).toBeLessThan(0.13);
  });

  journey('Fahrenheit → Celsius: the weight is 5/9', async ({ lab }) => {
    await lab.open(fast('fahrenheit'));
    await lab.tell({ kind: 'advance', steps: 8000 });
    await lab.until(({ clock }) => clock.step === 8000);
    const [weight, bias] = await lab.ask('weights', undefined);
    expect(weight).toBeCloseTo(0.5556, 3);
    expect(bias).toBeCloseTo(-17.78, 2);
  });
});

journey.for<PresetName>(['moons', 'iris'])(
  '%s: the weights after 500 steps are those of Node, to the bit',
  async (name, { lab }) => {
    const session = await openSession(presets[name].state);
    (await session.runner()).advance(500);
    await lab.open(presets[name].state);
    await lab.tell({ kind: 'advance', steps: 500 });
    await lab.until(({ clock }) => clock.step === 500);
    expect(await lab.ask('weights', undefined)).toEqual(session.weights());
  },
);
