/** A matrix whose elements are drawn one after the other, row by row. */
export function fill(rows: number, columns: number, next: () => number): Float64Array {
  return new Float64Array(rows * columns).map(next);
}
