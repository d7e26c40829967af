import { describe, GraphError, type RandomGenerator, random } from '@chainrule/core';

/**
 * How the parameters of a layer start: a matrix, row by row, with one row for each output (`rows` = fan out) and one column
 * for each input (`columns` = fan in). All random numbers come from `random`, so that `seed` reproduces them bit for bit.
 * @example const small: Initializer = (rows, columns, random) => Float64Array.from({ length: rows * columns }, () => 0.01 * normal(random));
 */
export type Initializer = (rows: number, columns: number, random: RandomGenerator) => ArrayLike<number>;

/**
 * The matrix of an initializer, drawn from the generator that `seed` starts.
 * @throws GraphError if `initializer` is not a function, or gives anything but rows · columns finite numbers.
 */
export function draw(macro: string, initializer: Initializer, rows: number, columns: number): ArrayLike<number> {
  if (typeof initializer !== 'function')
    throw new GraphError(
      `${macro}: an initializer must be a function such as glorotUniform(), not ${describe(initializer)}.`,
    );
  const matrix: unknown = initializer(rows, columns, random());
  if (typeof matrix === 'function')
    throw new GraphError(
      `${macro}: the initializer gave ${describe(matrix)}. Call it when you pass it: zeros(), not zeros.`,
    );
  if (typeof matrix !== 'object' || matrix === null || (matrix as ArrayLike<unknown>).length !== rows * columns)
    throw new GraphError(
      `${macro}: the initializer gave ${describe(matrix)}, expected ${rows * columns} numbers (${rows} rows of ${columns}).`,
    );
  const numbers = matrix as ArrayLike<number>;
  for (let i = 0; i < numbers.length; i++)
    if (!Number.isFinite(numbers[i]))
      throw new GraphError(
        `${macro}: the initializer gave ${describe(numbers[i])} for element ${i}, expected a finite number.`,
      );
  return numbers;
}
