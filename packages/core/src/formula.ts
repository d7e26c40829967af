import { describe, GraphError } from './errors.ts';
import { formulaNames } from './formulaNames.ts';
import { atom, deepest, numberPiece, operationPiece, type Piece } from './formulaPiece.ts';
import type { Node } from './node.ts';
import { type Order, topologicalOrder } from './order.ts';
import { mapNodes, type Outputs, outputNodes } from './structure.ts';

export interface FormulaOptions {
  /** Significant digits of numbers; `Infinity` for as many as it takes to read the same number back. Default 4. */
  readonly digits?: number;
  /** Print parameters as their values (default), or by name: the given one, or p1, p2, … */
  readonly parameters?: 'values' | 'names';
}

/**
 * The network as a formula that a person can read, and a JavaScript parser too: infix with the fewest parentheses. A value
 * that is used more than once becomes a step with a name, on a line of its own; so does each output of an array or record.
 * @throws GraphError if `digits` is not a positive whole number or Infinity.
 * @example funcify(add(parameter(0.1), parameter(0.2))) // "0.1 + 0.2"
 */
export function funcify(outputs: Outputs, { digits = 4, parameters = 'values' }: FormulaOptions = {}): string {
  if (digits !== Infinity && (!Number.isInteger(digits) || digits < 1))
    throw new GraphError(`funcify: digits must be a positive whole number or Infinity, not ${describe(digits)}.`);
  const lifted = mapNodes<unknown, Node>(outputs, (node) => node) as Outputs;
  const order = topologicalOrder(outputNodes(lifted));
  const names = formulaNames(order.nodes, lifted, parameters === 'names');
  const uses = usesOf(order);
  const pieces: Piece[] = [];
  const lines: string[] = [];

  const pieceOf = (node: Node): Piece => {
    if (node.kind === 'constant' || (node.kind === 'parameter' && parameters === 'values'))
      return numberPiece(node.value, digits);
    if (node.kind !== 'operation') return atom(names.leaf(node));
    return operationPiece(
      node.op,
      node.args.map((arg) => pieces[order.indexOf(arg)] as Piece),
    );
  };
  order.nodes.forEach((node, i) => {
    const piece = pieceOf(node);
    const isStep =
      node.kind === 'operation' && node !== names.single && ((uses[i] as number) > 1 || piece.depth >= deepest);
    const outputs = names.outputs(node);
    const name = outputs[0] ?? (isStep ? names.step() : undefined);
    if (name !== undefined) lines.push(`${name} = ${piece.text}`);
    for (let k = 1; k < outputs.length; k++) lines.push(`${outputs[k]} = ${name}`);
    pieces.push(name !== undefined && node.kind === 'operation' ? atom(name) : piece);
  });
  if (names.single === undefined) return lines.join('\n');
  const { text } = pieces[order.indexOf(names.single)] as Piece;
  // JavaScript takes a line that begins with a sign or a parenthesis for more of the line before
  const end = /^[\p{L}\p{N}_$]/u.test(text) ? '\n' : ';\n';
  return lines.map((line) => line + end).join('') + text;
}

/** How often each node is an argument. */
function usesOf({ nodes, indexOf }: Order): Uint32Array {
  const uses = new Uint32Array(nodes.length);
  for (const node of nodes)
    if (node.kind === 'operation') for (const arg of node.args) (uses[indexOf(arg)] as number)++;
  return uses;
}
