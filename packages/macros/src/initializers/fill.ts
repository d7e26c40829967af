/** A matrix whose elements are drawn one after the other, row by row. */
export function fill(rows: number, columns: number, next: () => number): Float64Array {
  const matrix = new Float64Array(rows * columns);
  for (let i = 0; i < matrix.length; i++) matrix[i] = next();
  return matrix;
}
