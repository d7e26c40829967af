import type { Outputs, Program } from '@chainrule/core';
import { quoted } from '../quoted.ts';
import { shapeText } from '../structure.ts';

/** The type of a row. */
export const rowType = ({ fields }: Program): string =>
  `{ ${fields.map(({ name, size }) => `readonly ${quoted(name)}: ${size === undefined ? 'number' : 'ArrayLike<number>'}`).join('; ')} }`;

/** The type of the outputs. */
export const resultType = (outputs: Outputs): string =>
  shapeText(outputs, {
    output: () => 'number',
    slice: () => 'number[]',
    array: (items) => `[${items.join(', ')}]`,
    record: (entries) => `{ ${entries.map(([key, text]) => `${quoted(key)}: ${text}`).join('; ')} }`,
  });
