import { expect, it } from 'vitest';
import { presets } from '../state/presets.ts';
import { predicted } from './predicted.ts';
import { openSession } from './session.ts';

it('predicted(session, table) is worked out once until a parameter changes, and is what the network says', async () => {
  const session = await openSession(presets.iris.state);
  const runner = await session.runner();
  const { training, test } = session.data;
  const before = predicted(session, test);
  const copy = structuredClone(before);
  expect(predicted(session, training)).toEqual(session.predict(training));
  expect(predicted(session, test)).toBe(before);
  expect(before).toEqual(copy);
  runner.advance(1);
  expect(predicted(session, test)).not.toEqual(copy);
  expect(predicted(session, test)).toEqual(session.predict(test));
  session.setWeight(0, 2);
  expect(predicted(session, test)).toEqual(session.predict(test));
});
