import { expect, it, test } from 'vitest';
import { numberTrouble } from './numberTrouble.ts';

const whole = { least: 4, most: 5000, step: 1 } as const;

test.each<[string, string]>([
  ['', 'Nothing is not a whole number from 4 to 5000.'],
  ['3', '“3” is not a whole number from 4 to 5000.'],
  ['5001', '“5001” is not a whole number from 4 to 5000.'],
  ['4.5', '“4.5” is not a whole number from 4 to 5000.'],
  ['x', '“x” is not a whole number from 4 to 5000.'],
])('%j is refused', (text, trouble) => {
  expect(numberTrouble(text, whole)).toBe(trouble);
});

it('takes the limits themselves, and fractions where they may be', () => {
  expect(numberTrouble('4', whole)).toBeUndefined();
  expect(numberTrouble('5000', whole)).toBeUndefined();
  expect(numberTrouble('1e-9', { least: 1e-9, most: 1, step: 'any' })).toBeUndefined();
});
