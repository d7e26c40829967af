import { expect, test } from 'vitest';
import { clip, wrap } from './wrap.ts';

test('wrap breaks lines at spaces', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
});

test('wrap keeps words together that a no-break space joins', () => {
  expect(wrap('where y\u00a0=\u00a0x holds', 10)).toEqual(['where', 'y = x', 'holds']);
});

test('wrap gives a word that is too long a line of its own', () => {
  expect(wrap('a incomprehensible b', 5)).toEqual(['a', 'incomprehensible', 'b']);
});

test('clip marks what it leaves out', () => {
  expect([clip('12345', 5), clip('123456', 5)]).toEqual(['12345', '1234…']);
});
