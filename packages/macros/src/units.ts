import { describe, GraphError, type Node } from '@chainrule/core';
import type { ListOf } from './listOf.ts';

/** How many outputs a layer has, or their names. */
export type Units = number | readonly string[];

/** The outputs of a layer: a list for a number, a record for names. */
export type OutputsOf<U extends Units, In extends string> = U extends readonly string[]
  ? { [K in U[number]]: Node<In> }
  : U extends number
    ? ListOf<Node<In>, U>
    : never;

/** Builds the outputs of a layer one after the other. */
export function buildUnits<U extends Units, In extends string>(
  units: U,
  build: (index: number) => Node,
): OutputsOf<U, In> {
  if (typeof units === 'number')
    return Array.from({ length: units }, (_, j) => build(j)) as unknown as OutputsOf<U, In>;
  return Object.fromEntries((units as readonly string[]).map((name, j) => [name, build(j)])) as OutputsOf<U, In>;
}

/**
 * How many units there are.
 * @throws GraphError if `units` is neither a positive whole number nor a list of different names.
 */
export function countOf(macro: string, units: Units): number {
  if (Array.isArray(units)) {
    if (units.length === 0) throw new GraphError(`${macro} got an empty list of output names. Give it at least one.`);
    units.forEach((name: unknown, j) => {
      if (typeof name !== 'string')
        throw new GraphError(`${macro}: output name ${j} must be a string, not ${describe(name)}.`);
      if (units.indexOf(name) !== j)
        throw new GraphError(`${macro}: the output name "${name}" is given twice. Give each output its own.`);
    });
    return units.length;
  }
  if (!Number.isInteger(units) || (units as number) < 1)
    throw new GraphError(
      `${macro} needs a positive whole number of outputs, or a list of their names, not ${describe(units)}.`,
    );
  return units as number;
}
