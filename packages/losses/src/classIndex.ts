import { lift, type Node, type NodeLike } from '@chainrule/core';
import { equal, floor, max, min, select, sum } from '@chainrule/ops';
import { requireNumber } from './requireNumber.ts';

/**
 * The cost of the class that has the given number: Σᵢ select(index = i, costᵢ, 0).
 *
 * A number that no class has would cost nothing and teach nothing, unnoticed; so one more term makes the sum NaN.
 * @throws GraphError if the index is a plain number that no class has.
 */
export function costOfClass(loss: string, index: NodeLike, costs: readonly Node[]): Node {
  const last = costs.length - 1;
  requireNumber(
    `${loss}: the class index`,
    index,
    (x) => Number.isInteger(x) && x >= 0 && x <= last,
    `a whole number from 0 to ${last}, one for each of the ${costs.length} classes`,
  );
  const number = lift(index);
  const known = equal(number, max(0, min(last, floor(number))));
  return sum([...costs.map((cost, i) => select(equal(number, i), cost, 0)), select(known, 0, Number.NaN)]);
}
