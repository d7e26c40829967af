import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { hideCursor } from './cursor.ts';

/** A process that can be sent signals, and what it wrote. */
function pretend() {
  const written: string[] = [];
  const codes: number[] = [];
  const events = new EventEmitter();
  const exit = (code: number): void => {
    codes.push(code);
    events.emit('exit', code);
  };
  const show = hideCursor({ write: (text) => written.push(text) }, Object.assign(events, { exit }));
  return { written, codes, events, show };
}

test('hideCursor shows the cursor again when the process ends', () => {
  const { written, events } = pretend();
  expect(written).toEqual(['\x1b[?25l']);
  events.emit('exit', 0);
  expect(written).toEqual(['\x1b[?25l', '\x1b[?25h']);
});

test('hideCursor ends the process with 130 on Ctrl-C, on a line of its own', () => {
  const { written, codes, events } = pretend();
  events.emit('SIGINT');
  expect(codes).toEqual([130]);
  expect(written).toEqual(['\x1b[?25l', '\n', '\x1b[?25h']);
});

test.each([
  ['SIGHUP', 129],
  ['SIGTERM', 143],
])('hideCursor ends the process on %s with %d', (signal, code) => {
  const { codes, events } = pretend();
  events.emit(signal);
  expect(codes).toEqual([code]);
});

test('what hideCursor gives shows the cursor, and leaves Ctrl-C to others', () => {
  const { written, codes, events, show } = pretend();
  show();
  expect(written).toEqual(['\x1b[?25l', '\x1b[?25h']);
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'exit']) events.emit(event);
  expect(codes).toEqual([]);
  expect(written).toHaveLength(2);
});
