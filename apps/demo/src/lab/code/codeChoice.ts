import type { View } from '../state/labState.ts';

/** Which language a network is exported to, and how. */
export type CodeChoice = NonNullable<View['code']>;

export const codeDefault: CodeChoice = {
  target: 'javascript',
  name: 'model',
  table: 'rows',
  floats: false,
  machine: false,
  vectors: 16,
  digits: 6,
  wrap: true,
};
