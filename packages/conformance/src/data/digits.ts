import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A handwritten digit: 64 pixels from 0 (white) to 1, and what was written. */
export interface Digit {
  readonly pixel: readonly number[];
  readonly digit: number;
}

/** The 1,797 digits of data/README.md. */
export function digits(): Digit[] {
  const lines = readFileSync(join(import.meta.dirname, 'digits.txt'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => ({
    pixel: Array.from(line.slice(0, 64), (sign) => Number.parseInt(sign, 17) / 16),
    digit: Number(line.slice(65)),
  }));
}
