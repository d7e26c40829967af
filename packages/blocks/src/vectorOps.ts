import type { Primitive } from '@chainrule/core';

/** An operation on whole lists, which stands in a condensed graph for the many products of a dense layer. */
const vectorOp = (name: string, partials: Primitive['partials']): Primitive =>
  ({ name, primitive: name, arity: undefined, finite: true, partials, laws: [] }) as unknown as Primitive;

/**
 * The values x₁ … xₙ that a layer reads, and the weights w₁ … wₙ of one of its rows. The derivative for each value is
 * a product with its weight, which stands for the sum over all rows.
 */
export const list: Primitive = /* @__PURE__ */ vectorOp('list', (_, args) =>
  args.map((_, k) => args[k + args.length / 2] ?? 0),
);

/**
 * A list times the matrix of a layer, for which one parameter stands. What rows hand down to it is a sum, which stands for
 * the list of its terms; it hands down that list times the matrix, and to the matrix the products of both lists.
 */
export const layer: Primitive = /* @__PURE__ */ vectorOp('layer', (_, [values, matrix]) => [
  matrix as NonNullable<typeof matrix>,
  values as NonNullable<typeof values>,
]);

/** A row of a layer, known by its first weight, and what is added to it. */
export const row: Primitive = /* @__PURE__ */ vectorOp('row', (_, args) => args.map((_, k) => (k === 1 ? 0 : 1)));

/**
 * The sum of an expression of a parameter, and the parameter, for each of those that it stands for. At the end of a program: the
 * derivative for it.
 */
export const total: Primitive = /* @__PURE__ */ vectorOp('total', () => [1, 0]);
