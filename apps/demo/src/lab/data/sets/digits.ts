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
    inputs: Array.from({ length: 64 }, (_, i) =>
      Float64Array.from(lines, (line) => Number.parseInt(line[i] as string, 17) / 16),
    ),
    target: Float64Array.from(lines, (line) => Number(line.slice(65))),
  };
};
