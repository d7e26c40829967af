import { expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { whenWritten } from './whenWritten.ts';

it('looks once for each session, until parameters are written', async () => {
  const [one, other] = [await openSession(presets.xor.state), await openSession(presets.xor.state)];
  let looks = 0;
  const look = whenWritten((session) => [++looks, session.weights()[0]]);
  expect(look(one)).toBe(look(one));
  expect(look(other)[0]).toBe(2);
  one.setWeight(0, 7);
  expect(look(one)).toEqual([3, 7]);
  expect(looks).toBe(3);
  (await one.runner()).advance(1);
  expect(look(one)[0]).toBe(4);
});
