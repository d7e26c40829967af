import type { Node, NodeLike } from '../node.ts';
import type { Notation, Precedence } from '../notation.ts';
import type { Op } from '../op.ts';

/** The closed set that everything else is made of. An engine or a target has one row for each of them. */
export const primitiveNames = [
  'add',
  'subtract',
  'multiply',
  'divide',
  'negate',
  'power',
  'sqrt',
  'exp',
  'expm1',
  'log',
  'log1p',
  'sin',
  'cos',
  'tan',
  'atan2',
  'tanh',
  'erf',
  'abs',
  'floor',
  'max',
  'min',
  'less',
  'select',
  'sumBatch',
] as const;

export type PrimitiveName = (typeof primitiveNames)[number];

/** What `op(args)` may be replaced by, if the law fits. */
export type Law = (args: readonly Node[]) => Node | undefined;

/** An operation that is not made of others: it states its value, its partials and the laws that it obeys. */
export interface Primitive extends Op {
  readonly name: PrimitiveName;
  readonly primitive: PrimitiveName;
  /**
   * What it means for numbers: the definition that every engine and every exported artefact is held to. For a list of
   * arguments it is a function of two, folded from left to right.
   */
  readonly value: Value;
  /** ∂y/∂argᵢ as expressions of the result and the arguments. */
  readonly partials: (y: Node, args: readonly Node[]) => readonly NodeLike[];
  /** Whether f(−x) has the bits of f(x). */
  readonly even: true | undefined;
  /** Rewriting rules, tried in order. They hold for finite values; the sign of zero is not kept; no sum is reordered. */
  readonly laws: readonly Law[];
}

export type Value =
  | ((x: number) => number)
  | ((a: number, b: number) => number)
  | ((a: number, b: number, c: number) => number);

/** What is stated of a primitive; `arity` undefined = any number of arguments, `finite` as in `Op`. */
interface Statement {
  readonly arity: number | undefined;
  readonly finite: boolean;
  readonly notation?: Notation;
  readonly acrossBatch?: true;
  readonly even?: true;
  readonly value: Value;
  readonly partials: Primitive['partials'];
  readonly laws?: readonly Law[];
}

/** A primitive from its statement, which is a function so that a bundler can leave out what nobody uses. */
export function definePrimitive(name: PrimitiveName, state: () => Statement): Primitive {
  // a place for everything that may be stated: all primitives are objects of one shape
  return {
    name,
    primitive: name,
    notation: undefined,
    acrossBatch: undefined,
    even: undefined,
    laws: [],
    expand: undefined,
    log: undefined,
    complement: undefined,
    ...state(),
  };
}

/** Notation of an operator between its arguments. */
export const infix = (symbol: string, precedence: Precedence): Notation => ({ form: 'infix', symbol, precedence });
