import { expect, it, test } from 'vitest';
import { contenders } from '../run/contenders.ts';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { measure, type Work } from './measure.ts';

test.each<[Work, number]>([
  ['predict', 240],
  ['train', 32],
])('measure %ss on every engine, in whole goes of %d samples', async (work, go) => {
  const session = await openSession(presets.circles.state);
  const before = session.weights();
  for (const i of contenders.keys()) {
    const slice = await measure(session, work, i);
    if ('obstacle' in slice) throw new Error(slice.obstacle);
    expect(slice.samples).toBeGreaterThan(0);
    expect(slice.samples % go).toBe(0);
    expect(slice.milliseconds).toBeGreaterThanOrEqual(25);
  }
  expect(session.weights()).toEqual(before);
});

it('says why an engine stopped', async () => {
  const { training, ...rest } = presets.fahrenheit.state;
  const session = await openSession({ ...rest, training: { ...training, rate: 1e6 } });
  expect(await measure(session, 'train', 2)).toEqual({ obstacle: expect.stringMatching(/NaN|finite|infinite/i) });
});
