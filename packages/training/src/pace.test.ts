import { expect, test, vi } from 'vitest';
import { pacer, pause } from './pace.ts';

/** How many of `steps` steps of so many milliseconds each end with a pause, and how often the clock was read. */
function pauses(stepTime: number, steps: number): { paused: number; looked: number } {
  let time = 0;
  let looked = 0;
  let paused = 0;
  const pace = pacer(() => {
    looked++;
    return time;
  });
  for (let i = 0; i < steps; i++) {
    time += stepTime;
    if (pace.due()) {
      paused++;
      pace.resume();
    }
  }
  return { paused, looked };
}

test('pacer is due after about 12 ms of work, however long a step takes', () => {
  expect(pauses(20, 100).paused).toBe(100);
  expect(pauses(3, 100).paused).toBeGreaterThanOrEqual(20);
  const quick = pauses(0.001, 1_000_000);
  expect(quick.paused).toBeGreaterThan(1000 / 16);
  expect(quick.paused).toBeLessThanOrEqual(1000 / 12);
  expect(quick.looked).toBeLessThan(2000);
});

test('pacer tells how many steps can be made at once before it is time to look at the clock', () => {
  let time = 0;
  const pace = pacer(() => time);
  const lengths: number[] = [];
  let longest = 0;
  for (let i = 0; i < 40; i++) {
    const { steps } = pace;
    lengths.push(steps);
    time += steps * 0.01;
    longest = Math.max(longest, steps * 0.01);
    if (pace.due(steps)) pace.resume();
  }
  expect(lengths.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 64, 128]);
  expect(longest).toBeLessThan(4);
  expect(pace.due(1)).toBe(false);
  expect(pace.steps).toBe((lengths.at(-1) as number) - 1);
});

test('pause lets the event loop run', async () => {
  let ran = false;
  setImmediate(() => {
    ran = true;
  });
  await pause();
  expect(ran).toBe(true);
});

test('pause lets the event loop run without setImmediate', async () => {
  // right after an immediate, timers that are due come before messages
  await new Promise((resolve) => setImmediate(resolve));
  let ran = false;
  setTimeout(() => {
    ran = true;
  }, 1);
  for (const start = performance.now(); performance.now() < start + 5; );
  vi.stubGlobal('setImmediate', undefined);
  await pause();
  vi.unstubAllGlobals();
  expect(ran).toBe(true);
});
