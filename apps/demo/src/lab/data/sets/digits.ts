import text from '@chainrule/conformance/digits.txt?raw';
import type { MakeSet } from './set.ts';

/** Handwritten digits of 8 × 8 pixels, each from 0 (white) to 1; the first `count` of 1,797. */
export const digits: MakeSet = ({ count }) => {
  const lines = text.trim().split('\n').slice(0, count);
  return {
    task: 'classes',
    features: Array.from({ length: 64 }, (_, i) => `pixel[${i}]`),
    vector: 'pixel',
    targetName: 'digit',
    classes: Array.from({ length: 10 }, (_, i) => String(i)),
    count: lines.length,
    inputs: Array.from({ length: 64 }, (_, i) => {
      const column = new Float64Array(lines.length);
      lines.forEach((line, row) => (column[row] = (darkness[line.charCodeAt(i)] as number) / 16));
      return column;
    }),
    target: Float64Array.from(lines, (line) => Number(line.slice(65))),
  };
};

/** How dark a sign says that a pixel is, by its code: from 0 to 9, then a to g. */
const darkness: readonly number[] = Array.from({ length: 128 }, (_, code) =>
  Number.parseInt(String.fromCharCode(code), 17),
);
