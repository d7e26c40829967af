import { describe, GraphError } from './errors.ts';
import { isNode, literal, type NamesOf, type Node, type NodeLike, type Operation, operation } from './node.ts';
import type { Notation } from './notation.ts';
import type { PrimitiveName } from './primitives/primitive.ts';

/** An operation's definition. Shared code asks it; it never lists names. */
export interface Op {
  readonly name: string;
  /** Number of arguments; `undefined` = any number from one up. */
  readonly arity: number | undefined;
  /** How a formula spells it; without one, as a call: `name(a, b)`. */
  readonly notation: Notation | undefined;
  /** Whether value and partials are finite for all finite arguments (overflow of sums and products aside). */
  readonly finite: boolean;
  /** Whether it gives one value for a whole batch, made of all samples. */
  readonly acrossBatch?: true | undefined;
  /** Set on the closed set of primitives, and only there. */
  readonly primitive: PrimitiveName | undefined;
  /** The expression of other operations that a derived op stands for. */
  readonly expand: ((args: readonly Node[]) => NodeLike) | undefined;
  /** ∂y/∂argᵢ as expressions of the result and the arguments; without it they follow from `expand`. */
  readonly partials: ((y: Node, args: readonly Node[]) => readonly NodeLike[]) | undefined;
  /** log y in a form that neither overflows nor cancels. */
  readonly log: ((args: readonly Node[]) => NodeLike) | undefined;
  /** 1 − y in a form that does not cancel. */
  readonly complement: ((args: readonly Node[]) => NodeLike) | undefined;
}

/** How an op may be called: the name is printed in formulas and in code. */
export const namePattern: RegExp = /^[a-z][a-z0-9]*$/i;

/** An expression of nodes, as a function of them. */
type Expression = (...args: Node[]) => NodeLike;

/** What makes a derived op beyond its name. */
export interface Definition<Expand extends Expression = Expression> {
  /** One expression of other operations: value, derivative, formula, engines and languages follow from it. */
  readonly expand: Expand;
  /** ∂y/∂argᵢ as expressions of the result and the arguments, where they are simpler than those of the expansion. */
  readonly partials?: (y: Node, ...args: Node[]) => readonly NodeLike[];
  /** How a formula spells it, if not as a call. */
  readonly notation?: Notation;
  /** State `true` if value and partials are finite for all finite arguments: spares guards against ∞ · 0. */
  readonly finite?: boolean;
  /** log y in a stable form: `log(f(x))` is rewritten to it. */
  readonly log?: Expression;
  /** 1 − y in a stable form: `1 − f(x)` is rewritten to it. */
  readonly complement?: Expression;
}

export type Unary = { <const A extends NodeLike>(x: A): Node<NamesOf<A>>; readonly op: Op };
export type Binary = {
  <const A extends NodeLike, const B extends NodeLike>(a: A, b: B): Node<NamesOf<A | B>>;
  readonly op: Op;
};
export type Ternary = {
  <const A extends NodeLike, const B extends NodeLike, const C extends NodeLike>(
    a: A,
    b: B,
    c: C,
  ): Node<NamesOf<A | B | C>>;
  readonly op: Op;
};
/** What `defineOp` makes of expressions of one, two and three arguments. */
interface FixedArity {
  readonly 1: Unary;
  readonly 2: Binary;
  readonly 3: Ternary;
}

export type Listed = {
  <const A extends readonly NodeLike[]>(xs: A): Node<NamesOf<A[number]>>;
  readonly op: Op;
};

/**
 * Defines an operation of one's own: one expression gives value, derivative, formula, every engine and language.
 * It stays one node in the graph and is expanded when a reader has no spelling for it.
 * @throws GraphError when called with the wrong number of arguments, or with anything but nodes and numbers.
 * @example const softsign = defineOp('softsign', { expand: (x) => divide(x, add(1, abs(x))) });
 */
export function defineOp<Expand extends Expression>(
  name: string,
  definition: Definition<Expand>,
): FixedArity[Parameters<Expand>['length'] & keyof FixedArity] {
  if (!namePattern.test(name))
    throw new GraphError(`An op's name must be letters and digits, beginning with a letter, not ${describe(name)}.`);
  const { expand, partials, log, complement, notation, finite = false } = definition;
  if (typeof expand !== 'function' || expand.length === 0)
    throw new GraphError(`Op "${name}" needs an expand(x, …) of one to three arguments; for a list, use defineListOp.`);
  const op: Op = {
    name,
    arity: expand.length,
    notation,
    finite,
    primitive: undefined,
    expand: (args) => expand(...args),
    partials: partials && ((y, args) => partials(y, ...args)),
    log: log && ((args) => log(...args)),
    complement: complement && ((args) => complement(...args)),
  };
  return callable(op) as unknown as FixedArity[Parameters<Expand>['length'] & keyof FixedArity];
}

/**
 * Defines an operation on one list of any length, such as a mean.
 * @throws GraphError when called with an empty list, or with anything but nodes and numbers in it.
 * @example const mean = defineListOp('mean', { expand: (xs) => divide(sum(xs), xs.length) });
 */
export function defineListOp(
  name: string,
  definition: {
    readonly expand: (xs: readonly Node[]) => NodeLike;
    readonly partials?: (y: Node, xs: readonly Node[]) => readonly NodeLike[];
    readonly finite?: boolean;
  },
): Listed {
  const { expand, partials, finite = false } = definition;
  const op: Op = {
    name,
    arity: undefined,
    notation: undefined,
    finite,
    primitive: undefined,
    expand,
    partials,
    log: undefined,
    complement: undefined,
  };
  return Object.assign((xs: readonly NodeLike[]) => apply(op, xs), { op }) as Listed;
}

/** The function that builds nodes of an op with a fixed number of arguments; more of them are ignored, as `.map` needs. */
export function callable(op: Op): { (...args: NodeLike[]): Operation; readonly op: Op } {
  const arity = op.arity ?? 1;
  const build = (...args: NodeLike[]): Operation => applyOwn(op, args.length > arity ? args.slice(0, arity) : args);
  Object.defineProperty(build, 'name', { value: op.name });
  return Object.assign(build, { op });
}

/**
 * The node that applies `op` to nodes and numbers.
 * @throws GraphError if their number is wrong, or one is neither node nor number.
 */
export function apply<In extends string = string>(op: Op, args: readonly NodeLike[]): Operation<In> {
  return applyOwn(op, Array.isArray(args) ? [...args] : (args as NodeLike[]));
}

/**
 * `apply` to a list that nobody else has: it becomes the node's, with constants in place of its numbers.
 * @throws GraphError as `apply` does.
 */
export function applyOwn<In extends string = string>(op: Op, args: NodeLike[]): Operation<In> {
  if (!Array.isArray(args) || args.length === 0 || args.length !== (op.arity ?? args.length))
    throw new GraphError(
      `${op.name} takes ${op.arity ?? 'a list of'} argument${op.arity === 1 ? '' : 's'}, got ${Array.isArray(args) ? args.length : describe(args)}.`,
    );
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (typeof arg !== 'number' && !isNode(arg))
      throw new GraphError(
        `${op.name}, argument ${i + 1}: expected a node or a number, not ${describe(arg)}.${Array.isArray(arg) ? ' Take one of its elements, or use .map.' : ''}`,
      );
    if (typeof arg === 'number') args[i] = literal(arg);
  }
  return operation(op, args as Node[]);
}
