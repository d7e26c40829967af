import { quote } from './quote.ts';

/** The sign before the fraction. */
export type Decimal = '.' | ',';

const whole = /^[+-]?\d+(e[+-]?\d+)?$/i;
const fraction: Readonly<Record<Decimal, RegExp>> = {
  '.': /^[+-]?(\d+\.\d*|\.\d+)(e[+-]?\d+)?$/i,
  ',': /^[+-]?(\d+,\d*|,\d+)(e[+-]?\d+)?$/i,
};
const thousands = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$|^[+-]?\d{1,3}(\.\d{3})+,\d+$/;
const missing = /^(|na|n\/a|nan|null|none|\?|-|–|—)$/i;

/** Whether a cell says that there is no value. */
export const isMissing = (cell: string): boolean => missing.test(cell);

/** Whether a cell is meant as a number, in whatever way it is written. */
export function isNumeric(cell: string): boolean {
  const text = plain(cell);
  return whole.test(text) || fraction['.'].test(text) || fraction[','].test(text) || thousands.test(text);
}

/** The decimal sign of most of these cells. Where commas may be those of thousands, it is the point. */
export function decimalOf(cells: readonly string[], delimiter: string): Decimal {
  const texts = cells.map(plain);
  const commas = texts.filter((text) => fraction[','].test(text));
  const points = texts.filter((text) => fraction['.'].test(text));
  if (commas.length <= points.length) return '.';
  return delimiter === ',' && commas.every((text) => thousands.test(text)) ? '.' : ',';
}

/** The number in a cell, or what is wrong with it, as the end of a sentence that starts with the cell. */
export function readNumber(cell: string, decimal: Decimal): number | string {
  const text = plain(cell);
  if (whole.test(text) || fraction[decimal].test(text)) {
    const value = Number(text.replace(',', '.'));
    return Number.isFinite(value) ? value : 'is larger than a number can be. Write at most 1.7e308.';
  }
  if (decimal === '.' && thousands.test(text) && !text.includes('.'))
    return `may be ${text.replaceAll(',', '')} or ${text.replace(',', '.')}. Write it without a comma.`;
  if (thousands.test(text)) return 'has marks between thousands. Write it without them.';
  if (fraction[','].test(text))
    return `has a decimal comma, other numbers of the table have a point. Write ${text.replace(',', '.')}.`;
  if (fraction['.'].test(text))
    return `has a decimal point, other numbers of the table have a comma. Write ${text.replace('.', ',')}.`;
  const [number] = /^[+-]?\d+([.,]\d+)?(?=\D*$)/.exec(text) ?? [];
  return number === undefined
    ? 'is no number. Write a number, or remove the row.'
    : `is no number. Write ${quote(number)} alone.`;
}

/** With the minus sign of a keyboard. */
const plain = (cell: string): string => cell.replace(/^−/, '-');
