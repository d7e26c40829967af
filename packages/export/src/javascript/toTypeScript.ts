import type { Outputs } from '@chainrule/core';
import { type JavaScriptOptions, moduleText } from './module.ts';
import { resultType, rowType } from './types.ts';

/**
 * A network as a TypeScript module: that of `toJavaScript` with the types of rows and results.
 * @throws ExportError if an option makes no sense.
 * @example writeFileSync('celsius.ts', toTypeScript({ celsius }));
 */
export function toTypeScript(outputs: Outputs, options: JavaScriptOptions = {}): string {
  return moduleText(outputs, options, {
    target: 'toTypeScript',
    artefact: 'A network as a TypeScript module',
    first: ['// @ts-nocheck: correct under `strict`; some stricter options ask for checks of every index'],
    types: {
      number: 'number',
      numbers: 'ArrayLike<number>',
      result: 'Float64Array | number[]',
      nothing: 'void',
    },
    typed: (type) => `: ${type}`,
    row: rowType,
    result: resultType,
  });
}
