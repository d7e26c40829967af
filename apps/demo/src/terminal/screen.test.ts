import { expect, test } from 'vitest';
import { inkFor } from './ink.ts';
import { screenFor } from './screen.ts';

const pipe = { write: () => true };
const terminal = { isTTY: true, columns: 70, write: () => true };
const facts = (output: typeof pipe, env: Record<string, string>) => {
  const { width, colour, live } = screenFor(output, env);
  return { width, colour, live: live !== false };
};

test('a terminal has colour, live lines and its own width', () => {
  expect(facts(terminal, {})).toEqual({ width: 70, colour: true, live: true });
});

test('a pipe has neither, and 80 columns unless COLUMNS says otherwise', () => {
  expect(facts(pipe, {})).toEqual({ width: 80, colour: false, live: false });
  expect(facts(pipe, { COLUMNS: '60' }).width).toBe(60);
});

test('CI and dumb terminals count as pipes', () => {
  for (const env of [{ CI: 'true' }, { CI: '1' }, { TERM: 'dumb' }])
    expect(facts(terminal, env)).toEqual({ width: 70, colour: false, live: false });
  expect(facts(terminal, { CI: 'false' }).live).toBe(true);
});

test('FORCE_COLOR brings colour to a pipe, NO_COLOR takes it from a terminal and wins', () => {
  expect(facts(pipe, { FORCE_COLOR: '1' })).toEqual({ width: 80, colour: true, live: false });
  expect(facts(pipe, { FORCE_COLOR: '0' }).colour).toBe(false);
  expect(facts(terminal, { NO_COLOR: '1' })).toEqual({ width: 70, colour: false, live: true });
  expect(facts(terminal, { NO_COLOR: '', FORCE_COLOR: '1' }).colour).toBe(true);
  expect(facts(terminal, { NO_COLOR: '1', FORCE_COLOR: '1' }).colour).toBe(false);
});

test('the width stays between 40 and 100', () => {
  expect([20, 300].map((columns) => screenFor({ ...terminal, columns }, {}).width)).toEqual([40, 100]);
});

test('print writes a line', () => {
  const written: string[] = [];
  screenFor({ write: (text) => written.push(text) }, {}).print('hello');
  expect(written).toEqual(['hello\n']);
});

test('ink leaves text alone without colour', () => {
  expect(inkFor(false).bold('text')).toBe('text');
  expect(inkFor(true).bold('text')).toBe('\x1b[1mtext\x1b[0m');
});
