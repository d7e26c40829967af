import type { Outputs } from '@chainrule/core';
import { type JavaScriptOptions, moduleText } from './module.ts';

/**
 * A network as a JavaScript module without imports: `predict(row)` takes a record of numbers and gives the structure of the
 * outputs, `predictInto(x, y)` takes and fills lists, `selfTest()` gives the largest error over the module's own test vectors.
 * @throws ExportError if an option makes no sense.
 * @example writeFileSync('celsius.js', toJavaScript({ celsius }));
 */
export function toJavaScript(outputs: Outputs, options: JavaScriptOptions = {}): string {
  return moduleText(outputs, options, {
    target: 'toJavaScript',
    artefact: 'A network as a JavaScript module',
    first: [],
    types: undefined,
    typed: nothing,
    row: nothing,
    result: nothing,
  });
}

const nothing = (): string => '';
