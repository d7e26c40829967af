import { expect, it } from 'vitest';
import { firstLines } from './firstLines.ts';

it('firstLines(text) are all of a short text', () => {
  expect(firstLines('a\nb\n', false)).toEqual({ lines: ['a', 'b'], left: 0 });
});

it('firstLines(text) of a long one leave out what they say, in lines or in characters', () => {
  const many = Array.from({ length: 1000 }, () => 'x').join('\n');
  const { lines, left } = firstLines(many, false);
  expect(lines).toHaveLength(300);
  expect(lines.join('\n').length + left).toBe(many.length);
  const wide = 'y'.repeat(50_000);
  expect(firstLines(wide, false)).toEqual({ lines: ['y'.repeat(16_000)], left: 34_000 });
  expect(firstLines(many, true).lines).toHaveLength(1000);
});
