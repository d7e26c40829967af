import { expect, it } from 'vitest';
import { openSession } from '../run/session.ts';
import { presets } from '../state/presets.ts';
import { formula } from './formula.ts';
import { formulaDefault } from './formulaChoice.ts';
import { startOf } from './startOf.ts';

const row = (name: string): string =>
  `<mtr><mtd><mi>${name}</mi></mtd><mtd><mo>=</mo></mtd><mtd><mn>1</mn></mtd></mtr>`;
const table = (names: readonly string[]): string =>
  ['<math><mtable>', ...names.map(row), '</mtable></math>'].join('\n');

it('startOf(text) has the first rows as a formula, and the others by their places', () => {
  const names = Array.from({ length: 10 }, (_, i) => `h${i}`);
  const { start, rest } = startOf(table(names));
  expect(start).toBe(table(names.slice(0, 8)));
  expect(rest).toEqual([
    { place: 8, text: row('h8') },
    { place: 9, text: row('h9') },
  ]);
});

it('startOf(text) leaves a short formula, and one that is no table, as it is', () => {
  expect(startOf(table(['a']))).toEqual({ start: table(['a']), rest: [], longestName: 1 });
  expect(startOf('<math><mi>y</mi></math>')).toEqual({ start: '<math><mi>y</mi></math>', rest: [], longestName: 0 });
});

it('startOf(text) takes no row for a name that goes on with the one before', () => {
  const more = '<mtr><mtd/><mtd/><mtd><mi>sum</mi><mo>+</mo><mi>more</mi></mtd></mtr>';
  expect(startOf(['<math><mtable>', row('h'), more, '</mtable></math>'].join('\n')).longestName).toBe(1);
});

it('startOf(text) knows how long names are that come later', () => {
  expect(startOf(table([...new Array(8).fill('h'), 'label', '&#x3B1;b'])).longestName).toBe(5);
});

it('startOf(text) of a formula leaves no row out', async () => {
  const { text = '' } = formula(await openSession(presets.spiral.state), {
    choice: formulaDefault,
    parameter: 0,
    known: 0,
  });
  const { start, rest } = startOf(text);
  expect(start.match(/<mtr>/g)).toHaveLength(8);
  expect(rest.every(({ text: each }) => /^<mtr>.*<\/mtr>$/.test(each))).toBe(true);
  expect(8 + rest.length).toBe(text.match(/<mtr>/g)?.length);
});
