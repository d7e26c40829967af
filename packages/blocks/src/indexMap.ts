import type { IndexMap, Operand2 } from './block.ts';

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

export function isSameMap(a: IndexMap, b: IndexMap): boolean {
  if (a.kind === 'affine') return b.kind === 'affine' && a.base === b.base && a.stride === b.stride;
  return b.kind === 'table' && a.table.length === b.table.length && a.table.every((row, i) => row === b.table[i]);
}
