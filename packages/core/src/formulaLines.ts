import { describe, GraphError } from './errors.ts';
import { formulaNames } from './formulaNames.ts';
import type { Node, Operation, Scope } from './node.ts';
import { type Notation, notationFor } from './notation.ts';
import type { Op } from './op.ts';
import { type Order, topologicalOrder } from './order.ts';
import { scopesOf } from './scopes.ts';
import { mapNodes, type Outputs, outputNodes } from './structure.ts';

export interface FormulaOptions {
  /** Significant digits of numbers; `Infinity` for as many as it takes to read the same number back. Default 4. */
  readonly digits?: number;
  /** Print parameters as their values (default), or by name: the given one, or p1, p2, … */
  readonly parameters?: 'values' | 'names';
  /**
   * What is a step with a name on a line of its own, besides outputs: a value that is used more than once or nested 20 deep
   * (`'shared'`, the default), `'every'` operation, or `'none'`: each output is one expression.
   */
  readonly steps?: 'shared' | 'every' | 'none';
}

/** How the pieces of a formula are written: infix, as LaTeX, as elements of MathML …; each is told the node that it stands for. */
export interface FormulaWriter<Piece> {
  /** A number as JavaScript prints it: `-1.5e-7`, `NaN`. */
  number(text: string, node: Node): Piece;
  /** An input, a parameter, a step or an output: an identifier, or a member such as `pixel[3]` or `inputs["a b"]`. */
  name(text: string, node: Node): Piece;
  /** `notation` is that of the op, unless it does not say how to write so many arguments: those are a call. */
  operation(op: Op, args: readonly Piece[], notation: Notation | undefined, node: Node): Piece;
}

/** A value with names: a step, or an output with all of its names. */
export interface FormulaLine<Piece> {
  readonly names: readonly string[];
  readonly piece: Piece;
  readonly node: Node;
  /** The call of a macro that its operations come from, the innermost and last of them: `linear#2`. */
  readonly block: string | undefined;
}

export interface Formula<Piece> {
  /** Each stands after those that it uses. */
  readonly lines: readonly FormulaLine<Piece>[];
  /** The one output, if there is no array or record around it. */
  readonly result: Piece | undefined;
}

/** Nothing is nested deeper: a piece that would be becomes a step of its own. */
const deepest = 20;

/** Operations in one expression that is not to be taken apart. */
const longest = 1000;

/**
 * A network as lines of named values, in pieces of whatever `writer` makes of numbers, names and operations: what `funcify` prints.
 * @throws GraphError if `digits` is not a positive whole number or Infinity, or if an expression without steps is too large.
 * @example formulaLines(y, { digits: 3 }, writer).lines.map(({ names, piece }) => `${names[0]} := ${piece}`)
 */
export function formulaLines<Piece>(
  outputs: Outputs,
  { digits = 4, parameters = 'values', steps = 'shared' }: FormulaOptions,
  writer: FormulaWriter<Piece>,
): Formula<Piece> {
  if (digits !== Number.POSITIVE_INFINITY && (!Number.isInteger(digits) || digits < 1))
    throw new GraphError(`funcify: digits must be a positive whole number or Infinity, not ${describe(digits)}.`);
  const lifted = mapNodes<unknown, Node>(outputs, (node) => node) as Outputs;
  const order = topologicalOrder(outputNodes(lifted));
  const names = formulaNames(order.nodes, lifted, parameters === 'names');
  const { labelOf } = scopesOf(order.nodes);
  const isStep = stepTest[steps](order);
  const pieces: Piece[] = [];
  const { length } = order.nodes;
  const [depths, sizes] = [new Uint8Array(length), new Float64Array(length)];
  const scopes = new Array<Scope | undefined>(length).fill(undefined);
  const extents: Extents = { depths, sizes, scopes };
  const lines: FormulaLine<Piece>[] = [];

  const pieceOf = (node: Node): Piece => {
    if (node.kind === 'constant' || (node.kind === 'parameter' && parameters === 'values'))
      return writer.number(numberText(node.value, digits), node);
    if (node.kind !== 'operation') return writer.name(names.leaf(node), node);
    const args = node.args.map((arg) => pieces[order.indexOf(arg)] as Piece);
    const { op } = node;
    const isAlone = op.notation?.form === 'infix' && op.arity === undefined && args.length === 1;
    return isAlone ? (args[0] as Piece) : writer.operation(op, args, notationFor(op, args.length), node);
  };
  order.nodes.forEach((node, i) => {
    if (node.kind === 'operation') measure(extents, node, i, order);
    const [depth, scope] = [depths[i] as number, scopes[i]];
    if (steps === 'none' && (depth > deepest || (sizes[i] as number) > longest))
      throw new GraphError(
        `A formula without steps holds at most ${longest} operations, ${deepest} deep; this one has more. Use steps: 'shared'.`,
      );
    const piece = pieceOf(node);
    const isOperation = node.kind === 'operation';
    let called = names.outputs(node);
    if (called.length === 0 && isOperation && node !== names.single && (isStep(i) || depth >= deepest))
      called = [names.step()];
    if (called.length > 0) lines.push({ names: called, piece, node, block: scope && labelOf(scope) });
    const isCalled = called.length > 0 && isOperation && steps !== 'none';
    if (isCalled) forget(extents, i);
    pieces.push(isCalled ? writer.name(called[0] as string, node) : piece);
  });
  return { lines, result: names.single && (pieces[order.indexOf(names.single)] as Piece) };
}

/** Which places of an order are steps. */
const stepTest: Readonly<Record<NonNullable<FormulaOptions['steps']>, (order: Order) => (i: number) => boolean>> = {
  shared: (order) => {
    const shared = sharedNodes(order);
    return (i) => shared[i] === 1;
  },
  every: () => () => true,
  none: () => () => false,
};

/** 1 for each node that is an argument more than once. */
function sharedNodes({ nodes, indexOf }: Order): Uint8Array {
  const uses = new Uint8Array(nodes.length);
  for (const node of nodes)
    if (node.kind === 'operation')
      for (const arg of node.args) {
        const i = indexOf(arg);
        uses[i] = Math.min((uses[i] as number) + 1, 2);
      }
  return uses.map((count) => (count > 1 ? 1 : 0));
}

/** What stands inside of each piece: how deep, how many operations, and the scope that was made last. */
interface Extents {
  readonly depths: Uint8Array;
  readonly sizes: Float64Array;
  readonly scopes: (Scope | undefined)[];
}

function measure({ depths, sizes, scopes }: Extents, { args, scope: own }: Operation, i: number, order: Order): void {
  let [depth, size, scope] = [0, 1, own];
  for (const arg of args) {
    const at = order.indexOf(arg);
    const inner = scopes[at];
    if ((depths[at] as number) > depth) depth = depths[at] as number;
    size += sizes[at] as number;
    if (inner !== undefined && inner.id > (scope?.id ?? -1)) scope = inner;
  }
  depths[i] = depth + 1;
  sizes[i] = size;
  scopes[i] = scope;
}

/** The piece stands on its own, and its name in others. */
function forget({ depths, sizes, scopes }: Extents, i: number): void {
  depths[i] = 0;
  sizes[i] = 0;
  scopes[i] = undefined;
}

/** A number with so many significant digits. */
function numberText(value: number, digits: number): string {
  const rounded = digits > 17 || value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(digits));
  return Object.is(rounded, -0) ? '-0' : String(rounded);
}
