import {
  apply,
  applyOwn,
  type Binary,
  describe,
  GraphError,
  type Listed,
  type NamesOf,
  type Node,
  type NodeLike,
  type Op,
  type Ternary,
  type Unary,
} from '@chainrule/core';

/** An op of any number of arguments, given one by one. */
export type Variadic = {
  <const A extends readonly NodeLike[]>(...xs: A): Node<NamesOf<A[number]>>;
  readonly op: Op;
};

/** The function that builds nodes of a primitive of one argument; further arguments are ignored, as `.map` needs. */
export const unary = (op: Op): Unary => Object.assign((x: NodeLike) => applyOwn(op, [x]), { op }) as Unary;

/** The same for two arguments. */
export const binary = (op: Op): Binary =>
  Object.assign((a: NodeLike, b: NodeLike) => applyOwn(op, [a, b]), { op }) as Binary;

/** The same for three arguments. */
export const ternary = (op: Op): Ternary =>
  Object.assign((a: NodeLike, b: NodeLike, c: NodeLike) => applyOwn(op, [a, b, c]), { op }) as Ternary;

/** The same for any number of arguments, one by one. */
export const variadic = (op: Op): Variadic =>
  Object.assign((...xs: NodeLike[]) => applyOwn(op, xs), { op }) as Variadic;

/** The same for any number of arguments, as one list, under a name of its own. */
export const listed = (name: string, op: Op): Listed =>
  Object.assign(
    (xs: readonly NodeLike[]) => {
      if (!Array.isArray(xs) || xs.length === 0)
        throw new GraphError(`${name} takes a list of one or more, such as ${name}([a, b]), not ${describe(xs)}.`);
      return apply(op, xs);
    },
    { op },
  ) as Listed;
