import { describe, expect, it, test } from 'vitest';
import { figures } from '../metrics/figures.ts';
import type { PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { presetBars } from '../testing/presetBars.ts';
import { openSession } from './session.ts';

async function run(name: PresetName, steps: number) {
  const session = await openSession(presets[name].state);
  (await session.runner()).advance(steps);
  return session;
}

describe('presets reach their bars, on rows that were kept away', () => {
  test.each(presetBars)('%s, %d steps: at least %d', async (name, steps, least) => {
    expect(figures(await run(name, steps)).test).toBeGreaterThanOrEqual(least);
  });

  it('Fahrenheit → Celsius: the weight is 5/9', async () => {
    const [weight, bias] = (await run('fahrenheit', 8000)).weights();
    expect(weight).toBeCloseTo(5 / 9, 3);
    expect(bias).toBeCloseTo(-160 / 9, 3);
  });

  it('sine: the error is that of the noise', async () => {
    expect(figures(await run('sine', 3000)).test).toBeLessThan(0.13);
  });
});

describe('a run', () => {
  it('goes back and forth to the same bits', async () => {
    const session = await openSession(presets.moons.state);
    const runner = await session.runner();
    const seen = [session.weights()];
    for (let step = 1; step <= 700; step++) {
      runner.advance(1);
      seen.push(session.weights());
    }
    for (const step of [699, 3, 512, 0, 511, 1, 700]) {
      runner.goTo(step);
      expect(runner.trainer.steps).toBe(step);
      expect(session.weights()).toEqual(seen[step]);
    }
  });

  it('goes another way after a weight was written, and back before it', async () => {
    const session = await openSession(presets.xor.state);
    const runner = await session.runner();
    runner.advance(10);
    const before = session.weights();
    session.setWeight(0, 2);
    runner.advance(5);
    const other = session.weights();
    expect(other[0]).not.toBe(before[0]);
    runner.goTo(5);
    runner.goTo(15);
    expect(session.weights()).toEqual(other);
  });
});
