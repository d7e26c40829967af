import { expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { looksOf } from '../worker/looks.ts';
import { baseline } from './baseline.ts';
import { figures } from './figures.ts';
import { results } from './results.ts';

it('counts of classes add up to the rows, and those on the diagonal to the right answers', async () => {
  const session = await openSession(presets.iris.state);
  (await session.runner()).advance(50);
  const found = results(session);
  if (found.kind !== 'classes') throw new Error('Iris has classes.');
  const sum = (numbers: readonly number[] | undefined): number => numbers?.reduce((a, b) => a + b) ?? 0;
  const right = sum(found.test?.map((row, i) => row[i] as number));
  expect(sum(found.training.flat())).toBe(120);
  expect(sum(found.test?.flat())).toBe(30);
  expect(right / 30).toBeCloseTo(figures(session).test as number, 12);
});

it('errors of numbers stand beside those of always saying the mean', async () => {
  const session = await openSession(presets.sine.state);
  const found = results(session);
  if (found.kind !== 'numbers') throw new Error('Sine has numbers.');
  expect(found.test?.rootMeanSquare).toBe(figures(session).test);
  expect(found.mean.rootMeanSquare).toBe(baseline(session.data).test);
  expect(found.mean.rSquared).toBeLessThanOrEqual(0);
});

it('nothing is computed while the tab is not looked at', async () => {
  const session = await openSession(presets.xor.state);
  expect((await looksOf(session, { ...session.state.view, tab: 'picture' })).results).toBeUndefined();
  expect((await looksOf(session, { ...session.state.view, tab: 'metrics' })).results?.kind).toBe('classes');
});
