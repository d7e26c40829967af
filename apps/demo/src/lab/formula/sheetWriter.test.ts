import { expect, it } from 'vitest';
import type { Row } from './formula.ts';
import { sheetWriter } from './sheetWriter.ts';

const made = (texts: readonly string[]) => texts.map((textContent) => ({ textContent }) as Element);

/** A writer of so many numbers a frame over rows of texts, and frames that come when they are called for. */
function sheet(
  texts: readonly (readonly string[])[],
  { most = 60, isWanted = (_place: number, _number?: Element): boolean => true } = {},
) {
  const waiting: (() => void)[] = [];
  const rows = texts.map(made);
  const writer = sheetWriter({
    renew: ({ place, text }) => {
      rows[place] = made(Array.from(text.matchAll(/<mn>([^<]*)/g), ([, number]) => number as string));
      return rows[place];
    },
    most: () => most,
    isWanted,
    done: () => {},
    soon: (act) => {
      waiting.push(act);
      return () => waiting.splice(0);
    },
  });
  writer.take(rows);
  return {
    ...writer,
    shown: () => rows.map((row) => row.map(({ textContent }) => textContent)),
    next: (): number => {
      for (const act of waiting.splice(0)) act();
      return waiting.length;
    },
  };
}
const row = (place: number, ...numbers: string[]): Row => ({
  place,
  text: numbers.map((number) => `<mn>${number}</mn>`).join(''),
});

it('sheetWriter() writes what has changed in the next frame', () => {
  const { write, shown, next } = sheet([['1', '2'], ['3']]);
  write(['1', '5', '3']);
  expect(shown()).toEqual([['1', '2'], ['3']]);
  expect(next()).toBe(0);
  expect(shown()).toEqual([['1', '5'], ['3']]);
});

it('sheetWriter() spreads many rows over frames, and ends with the numbers that were asked for last', () => {
  const { write, shown, next } = sheet(new Array(50).fill(['0', '0', '0']));
  const changed = (to: string): number =>
    shown()
      .flat()
      .filter((text) => text === to).length;
  write(new Array(150).fill('1'));
  next();
  expect(changed('1')).toBe(60);
  write(new Array(150).fill('2'));
  let count = 1;
  while (next() > 0) count++;
  expect(count).toBe(3);
  expect(changed('2')).toBe(150);
});

it('sheetWriter() puts rows in the place of others, with other numbers, one after the other', () => {
  const { write, shown, next } = sheet([['1'], ['2'], ['3']], { most: 1 });
  write(['1', '5', '6', '3'], [row(1, '5', '6')]);
  next();
  expect(shown()).toEqual([['1'], ['5', '6'], ['3']]);
  write(['1', '7', '8', '9', '0'], [row(2, '9', '0')]);
  while (next() > 0);
  expect(shown()).toEqual([['1'], ['7', '8'], ['9', '0']]);
});

it('sheetWriter() writes nothing after it was stopped', () => {
  const { write, stop, shown, next } = sheet([['1']]);
  write(['2']);
  stop();
  next();
  expect(shown()).toEqual([['1']]);
});

it('sheetWriter() leaves rows and numbers that are not wanted as they are until they are', () => {
  let isAll = false;
  const { write, shown, next } = sheet([['1', '2'], ['3']], {
    isWanted: (place, number) => isAll || (place === 0 && number?.textContent !== '2'),
  });
  write(['5', '6', '7', '8'], [row(1, '7', '8')]);
  while (next() > 0);
  expect(shown()).toEqual([['5', '2'], ['3']]);
  isAll = true;
  write(['5', '6', '7', '8']);
  while (next() > 0);
  expect(shown()).toEqual([
    ['5', '6'],
    ['7', '8'],
  ]);
});
