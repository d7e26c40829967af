import { defineMacro, type NamesOf, type Node, type NodeLike } from '@chainrule/core';
import { equal } from '@chainrule/ops';
import { buildUnits, countOf, type OutputsOf, type Units } from './units.ts';

/**
 * The number of a class, counted from 0, as one output per class: 1 for that class and 0 for the others. With a list of names
 * instead of their number, a record.
 * @throws GraphError if `classes` is not a positive whole number or a list of different names.
 * @example const targets = oneHot(input('species'), 3); // 1 → 0, 1, 0
 */
export const oneHot: <const X extends NodeLike, const U extends Units>(
  index: X,
  classes: U,
) => OutputsOf<U, NamesOf<X>> = /* @__PURE__ */ defineMacro(
  'oneHot',
  <const X extends NodeLike, const U extends Units>(index: X, classes: U): OutputsOf<U, NamesOf<X>> => {
    countOf('oneHot', classes);
    return buildUnits(classes, (i): Node => equal(index, i));
  },
);
