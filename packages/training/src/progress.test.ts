import { input, parameter } from '@chainrule/core';
import { squaredError } from '@chainrule/losses';
import { multiply } from '@chainrule/ops';
import { expect, test, vi } from 'vitest';
import { sgd, train } from './index.ts';
import { progressLine, standardOutput, type Terminal } from './progress.ts';

function fakeTerminal(isTTY: boolean, columns = 120): Terminal & { written: string[] } {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text) => written.push(text) };
}

test('the progress line has epoch, bar, loss, speed and time left', () => {
  const terminal = fakeTerminal(true);
  let time = 0;
  const line = progressLine(terminal, 10, 1000, () => time);
  time = 2000;
  line.show(3, 2500, 0.123456);
  expect(terminal.written).toEqual(['\repoch 3/10  █████░░░░░░░░░░░░░░░  loss 0.1235  1.3k samples/s  6 s left\x1b[K']);
  time = 500_000;
  line.show(10, 9000, 1e-10);
  expect(terminal.written[1]).toContain('loss 1.000e-10  18 samples/s  56 s left');
  time = 5_000_000;
  line.show(1, 1000, 1);
  expect(terminal.written[2]).toContain('12 h 30 min left');
  time = 5_100_000;
  line.show(9, 9000, 1);
  expect(terminal.written[3]).toContain('10 min left');
});

test('the progress line is written at most ten times a second, and the last state always', () => {
  const terminal = fakeTerminal(true);
  let time = 0;
  const line = progressLine(terminal, 1, 1000, () => time);
  for (let sample = 1; sample <= 1000; sample++) {
    time++;
    line.show(1, sample, 1);
  }
  expect(terminal.written.length).toBeLessThanOrEqual(10);
  line.end();
  expect(terminal.written.at(-1)).toBe('\n');
  expect(terminal.written.at(-2)).toContain('████████████████████');
});

test('the progress line is never longer than the terminal is wide', () => {
  const terminal = fakeTerminal(true, 30);
  let time = 0;
  const line = progressLine(terminal, 10, 1000, () => time);
  time = 1;
  line.show(1, 500, 1);
  expect(terminal.written[0]?.length).toBe('\r'.length + 29 + '\x1b[K'.length);
});

test('train is silent when piped, without an output, and with progress: false', async () => {
  const piped = fakeTerminal(false);
  const w = parameter(0);
  const loss = squaredError(multiply(w, input('x')), 1);
  await train(loss, { x: [1, 2] }, { epochs: 5, progress: piped });
  await train(loss, { x: [1, 2] }, { epochs: 5, progress: false });
  expect(piped.written).toEqual([]);
  expect(progressLine(undefined, 1, 1).end()).toBeUndefined();
});

test('train shows its progress on a terminal and leaves it on a line of its own, after an error too', async () => {
  const terminal = fakeTerminal(true);
  const w = parameter(0);
  const loss = squaredError(multiply(w, input('x')), 1);
  await train(loss, { x: [1, 2] }, { epochs: 5, progress: terminal });
  expect(terminal.written[0]).toMatch(/^\repoch 1\/5 /);
  expect(terminal.written.at(-2)).toMatch(/^\repoch 5\/5 {2}█{20} /);
  expect(terminal.written.at(-1)).toBe('\n');
  const failing = fakeTerminal(true);
  const onEpoch = (): never => {
    throw new RangeError('enough');
  };
  await expect(train(loss, { x: [1, 2] }, { progress: failing, onEpoch })).rejects.toThrow('enough');
  expect(failing.written.at(-1)).toBe('\n');
});

test('a terminal is written to when the parameters have the values of the epoch that is shown', async () => {
  const w = parameter(0);
  const seen: number[] = [];
  const terminal: Terminal = { isTTY: true, write: () => seen.push(w.value) };
  // the first line is written after the first epoch, whose step is by −0.25 · (−4)
  await train(
    squaredError(multiply(w, input('x')), 2),
    { x: [1] },
    { epochs: 2, progress: terminal, optimizer: sgd(0.25) },
  );
  expect(seen[0]).toBe(1);
});

test('the standard output is left alone in CI and in a terminal that cannot rewrite a line', () => {
  vi.stubEnv('CI', undefined);
  vi.stubEnv('TERM', 'xterm');
  expect(standardOutput()).toBe(process.stdout);
  vi.stubEnv('TERM', 'dumb');
  expect(standardOutput()).toBeUndefined();
  vi.stubEnv('TERM', 'xterm');
  vi.stubEnv('CI', 'true');
  expect(standardOutput()).toBeUndefined();
  vi.unstubAllEnvs();
});
