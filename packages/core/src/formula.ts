import { type FormulaOptions, formulaLines } from './formulaLines.ts';
import { textWriter } from './formulaPiece.ts';
import type { Outputs } from './structure.ts';

/**
 * The network as a formula that a person can read, and a JavaScript parser too: infix with the fewest parentheses. A value
 * that is used more than once becomes a step with a name, on a line of its own; so does each output of an array or record.
 * @throws GraphError if `digits` is not a positive whole number or Infinity, or if an expression without steps is too large.
 * @example funcify(add(parameter(0.1), parameter(0.2))) // "0.1 + 0.2"
 */
export function funcify(outputs: Outputs, options: FormulaOptions = {}): string {
  const { lines, result } = formulaLines(outputs, options, textWriter);
  const texts = lines.flatMap(({ names: [name, ...others], piece }) => [
    `${name} = ${piece.text}`,
    ...others.map((other) => `${other} = ${name}`),
  ]);
  if (result === undefined) return texts.join('\n');
  // JavaScript takes a line that begins with a sign or a parenthesis for more of the line before
  const end = /^[\p{L}\p{N}_$]/u.test(result.text) ? '\n' : ';\n';
  return texts.map((line) => line + end).join('') + result.text;
}
