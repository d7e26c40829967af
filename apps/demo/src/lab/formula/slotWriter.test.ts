import { expect, it } from 'vitest';
import { slotWriter } from './slotWriter.ts';

/** Frames that come when they are called for. */
function frames() {
  const waiting: (() => void)[] = [];
  return {
    soon: (act: () => void): number => waiting.push(act),
    next: (): number => {
      for (const act of waiting.splice(0)) act();
      return waiting.length;
    },
  };
}
const made = (texts: readonly string[]) => texts.map((textContent) => ({ textContent }) as Element);

it('slotWriter() writes what has changed in the next frame', () => {
  const { soon, next } = frames();
  const writer = slotWriter(soon, () => undefined);
  const elements = made(['1', '2', '3']);
  writer.take(elements);
  writer.write(['1', '5', '3']);
  expect(elements[1]?.textContent).toBe('2');
  expect(next()).toBe(0);
  expect(elements.map(({ textContent }) => textContent)).toEqual(['1', '5', '3']);
});

it('slotWriter() spreads many numbers over frames, and ends with the last that were asked for', () => {
  const { soon, next } = frames();
  const writer = slotWriter(soon, () => undefined);
  const elements = made(new Array(150).fill('0'));
  writer.take(elements);
  writer.write(new Array(150).fill('1'));
  next();
  expect(elements.filter(({ textContent }) => textContent === '1')).toHaveLength(60);
  writer.write(new Array(150).fill('2'));
  let count = 0;
  while (next() > 0) count++;
  expect(count).toBe(2);
  expect(elements.every(({ textContent }) => textContent === '2')).toBe(true);
});
