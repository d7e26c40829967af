import { afterEach, expect, it, vi } from 'vitest';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { player } from './player.ts';

afterEach(() => vi.restoreAllMocks());

it('player(pace) makes as many steps as the pace allows since it began, and tells how many samples a second that is', async () => {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => time);
  const session = await openSession(presets.xor.state);
  const { trainer } = await session.runner();
  const { advance, speed } = player(10);
  expect(await advance(session)).toBe(false);
  time = 400;
  expect(await advance(session)).toBe(true);
  expect(trainer.steps).toBe(4);
  const samples = Math.min(session.state.training.batch, session.data.training.count);
  expect(speed()).toBe((1000 * 4 * samples) / 400);
});
