import { type IndexMap, type Operand2, rowOf } from './block.ts';

/** The map i ↦ rows[i], affine if that holds for every i. Keeps `rows`. */
export function mapOf(rows: Int32Array): IndexMap {
  const base = rows[0] as number;
  const stride = rows.length === 1 ? 0 : (rows[1] as number) - base;
  for (let i = 1; i < rows.length; i++) if (rows[i] !== base + i * stride) return { kind: 'table', table: rows };
  return { kind: 'affine', base, stride };
}

/** The map (i, k) ↦ rows[i · terms + k], as row(i) + term(k) if that holds for every pair. Keeps `rows`. */
export function mapOf2(group: number, rows: Int32Array, terms: number): Operand2 {
  const count = rows.length / terms;
  const start = rows[0] as number;
  for (let i = 0; i < count; i++) {
    const shift = (rows[i * terms] as number) - start;
    for (let k = 1; k < terms; k++)
      if (rows[i * terms + k] !== shift + (rows[k] as number)) return { kind: 'table', group, table: rows };
  }
  return {
    kind: 'separable',
    group,
    row: mapOf(Int32Array.from({ length: count }, (_, i) => rows[i * terms] as number)),
    term: mapOf(Int32Array.from({ length: terms }, (_, k) => (rows[k] as number) - start)),
  };
}

/** Whether two maps of so many rows are the same. */
export function isSameMap(a: IndexMap, b: IndexMap, rows: number): boolean {
  for (let i = 0; i < rows; i++) if (rowOf(a, i) !== rowOf(b, i)) return false;
  return true;
}
