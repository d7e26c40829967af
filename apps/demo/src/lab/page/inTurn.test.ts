import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inTurn } from './inTurn.ts';

let frames: ((due: number) => void)[] = [];
let time = 0;
beforeEach(() => {
  frames = [];
  time += 1000;
  vi.stubGlobal('requestAnimationFrame', (act: (due: number) => void) => frames.push(act));
  vi.spyOn(performance, 'now').mockImplementation(() => time);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A frame of the screen that begins so many milliseconds late. */
function frame(late = 0): void {
  time += 16;
  const due = time;
  time += late;
  for (const act of frames.splice(0)) act(due);
  time = due;
}

it('inTurn(act) does one thing in each frame, in the order that they came', () => {
  const done: string[] = [];
  for (const name of ['a', 'b', 'c']) inTurn(() => done.push(name));
  frame();
  expect(done).toEqual(['a']);
  frame();
  frame();
  expect(done).toEqual(['a', 'b', 'c']);
  expect(frames).toEqual([]);
});

it('inTurn(act) does nothing that was called off', () => {
  const done: string[] = [];
  const cancel = inTurn(() => done.push('a'));
  inTurn(() => done.push('b'));
  cancel();
  frame();
  expect(done).toEqual(['b']);
});

it('inTurn(act) waits after a frame that begins late, but not for ever', () => {
  const done: string[] = [];
  inTurn(() => done.push('a'));
  frame(10);
  for (let i = 0; i < 3; i++) frame();
  expect(done).toEqual([]);
  frame();
  expect(done).toEqual(['a']);
  inTurn(() => done.push('b'));
  for (let i = 0; i < 25; i++) frame(10);
  expect(done).toEqual(['a', 'b']);
});
