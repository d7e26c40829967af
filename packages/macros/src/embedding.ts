import { defineMacro, describe, GraphError, type NamesOf, type NodeLike, parameter } from '@chainrule/core';
import { equal, select, sum } from '@chainrule/ops';
import { draw, type Initializer } from './initializers/initializer.ts';
import { uniform } from './initializers/uniform.ts';
import { buildUnits, countOf, type OutputsOf, type Units } from './units.ts';

export interface EmbeddingOptions {
  /** How the table starts, one row per class: `uniform(-1, 1)` by default. */
  readonly initializer?: Initializer;
}

/**
 * A table of parameters with one row for each of `count` classes, read at the row of a class number, counted from 0:
 * yⱼ = Σᵢ select(index = i, tableᵢⱼ, 0). Parameters are created row by row. For a few dozen classes: every row is part of the
 * formula.
 * @throws GraphError if `count` is not a positive whole number, `outputs` neither that nor a list of different names, or if the
 * initializer does not give the numbers that are needed.
 * @example const [u, v] = embedding(input('weekday'), 7, 2);
 */
export const embedding: <const X extends NodeLike, const U extends Units>(
  index: X,
  count: number,
  outputs: U,
  options?: EmbeddingOptions,
) => OutputsOf<U, NamesOf<X>> = /* @__PURE__ */ defineMacro(
  'embedding',
  <const X extends NodeLike, const U extends Units>(
    index: X,
    count: number,
    outputs: U,
    { initializer = uniform() }: EmbeddingOptions = {},
  ): OutputsOf<U, NamesOf<X>> => {
    if (!Number.isInteger(count) || count < 1)
      throw new GraphError(`embedding needs a positive whole number of classes, not ${describe(count)}.`);
    const width = countOf('embedding', outputs);
    const table = Array.from(draw('embedding', initializer, count, width), (value) => parameter(value));
    const chosen = Array.from({ length: count }, (_, i) => equal(index, i));
    return buildUnits(outputs, (j) => sum(chosen.map((is, i) => select(is, table[i * width + j] as NodeLike, 0))));
  },
);
