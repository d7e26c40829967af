import { expect, it, test } from 'vitest';
import { openSession } from '../run/session.ts';
import type { PresetName } from '../state/labState.ts';
import { presets } from '../state/presets.ts';
import { checkEngines, compare } from './checkEngines.ts';
import { checkGradient } from './checkGradient.ts';
import { checkTwice } from './checkTwice.ts';
import { fingerprint } from './fingerprint.ts';

test.each<[PresetName, number, number]>([
  ['xor', 17, 17],
  ['iris', 67, 67],
  ['digits', 804, 2410],
])('%s: checkGradient compares %d of %d derivatives', async (name, count, parameters) => {
  const finding = checkGradient(await openSession(presets[name].state), 3);
  expect(finding).toMatchObject({ passed: true, count, parameters });
  expect(finding.worst.error).toBeLessThan(1e-8);
});

it('checkEngines finds the same bits on all engines', async () => {
  const [interpreter, javascript, wasm] = await checkEngines(await openSession(presets.spiral.state));
  const same = { obstacle: undefined, numbers: 64 * (1 + 1 + 337), different: 0, largest: 0 };
  expect(interpreter).toEqual({ name: 'Interpreter', ran: 'interpreter', ...same });
  expect(javascript).toEqual({ name: 'JavaScript', ran: 'javascript', ...same });
  expect(wasm).toEqual({ name: 'WebAssembly', ran: 'wasm', ...same });
});

test('compare counts numbers with other bits, −0 and NaN among them', () => {
  const [a, b] = [Float64Array.of(1, 0, NaN, 4), Float64Array.of(1, -0, NaN, 4.5)];
  expect(compare([a, a], [a, b])).toEqual({ numbers: 8, different: 2, largest: 0.5 });
});

it('checkTwice leaves the run alone that is shown', async () => {
  const session = await openSession(presets.xor.state);
  (await session.runner()).advance(3);
  const before = session.weights();
  const { steps, fingerprints } = await checkTwice(session);
  expect(session.weights()).toEqual(before);
  (await session.runner()).goTo(steps);
  expect(fingerprints).toEqual([fingerprint(session.weights()), fingerprint(session.weights())]);
});

test('fingerprint is FNV-1a, and sees one bit', () => {
  expect(fingerprint([])).toBe('cbf29ce484222325');
  expect(fingerprint([1, 2])).not.toBe(fingerprint([1, 2 + Number.EPSILON * 2]));
  expect(fingerprint([0])).not.toBe(fingerprint([-0]));
});
