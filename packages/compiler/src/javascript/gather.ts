/** The inputs of sample s: number `rows[s]` of each column, or number s without `rows`. */
export function gather(
  columns: readonly ArrayLike<number>[],
  s: number,
  rows: ArrayLike<number> | undefined,
  into: Float64Array,
): void {
  const row = rows === undefined ? s : (rows[s] as number);
  for (let slot = 0; slot < into.length; slot++) into[slot] = (columns[slot] as ArrayLike<number>)[row] as number;
}
