import { leafCode, type PrimitiveName } from '@chainrule/core';
import type { IndexMap, MapBlock, Operand, Store } from './block.ts';
import { argOf, arityOf, type Draft, idsOf, mapFrom, nameOf, targetsOf } from './draft.ts';
import { isSameMap } from './indexMap.ts';
import type { Place } from './place.ts';
import { unitKind } from './units.ts';

/** Writes a map block: the statements of its units in order. */
export function mapBlock(draft: Draft, block: number): MapBlock {
  const { program, units, usage, placement, of, group, row, values, operandOf } = draft;
  const { kind, absorbed, members, start } = units;
  const { isSum } = usage;
  const operands: Operand[] = [];
  const statements: { primitive: PrimitiveName; args: number[] }[] = [];
  const stores: { value: number; group: number; map: Store['map'] }[] = [];
  const sums: typeof stores = [];
  const { phase, first } = placement.blocks[block] as Place;
  const rows = (start[first + 1] as number) - (start[first] as number);
  const seen: number[] = []; // what an operand is in the first row
  const older: number[] = []; // for each operand, the one before it that is the same there

  /** The operand that is `id` in the first row; operands count from −1 down until all are known. */
  const operand = (id: number, map: IndexMap): number => {
    const isConstant = program.op[id] === leafCode.constant;
    const found: Operand = isConstant
      ? { kind: 'literal', value: program.aux[id] as number }
      : { kind: 'rows', group: group[id] as number, map };
    const isSame = (other: Operand): boolean => other.kind === 'literal' || isSameMap(other.map, map);
    let at = operandOf[id] as number;
    while (at !== 0 && !isSame(operands[-1 - at] as Operand)) at = older[-1 - at] as number;
    if (at !== 0) return at;
    seen.push(id);
    older.push(operandOf[id] as number);
    operandOf[id] = -operands.push(found);
    return operandOf[id];
  };

  const single = (id: number): number => operand(id, { kind: 'affine', base: row[id] as number, stride: 0 });

  const statement = (primitive: PrimitiveName, args: number[]): number => statements.push({ primitive, args }) - 1;

  /** The value that instructions of a unit, of which `id` is the first, read as argument k. */
  const argument = (id: number, ids: Int32Array | undefined, k: number): number => {
    const arg = argOf(program, id, k);
    const unit = of[arg] as number;
    if (unit >= 0 && placement.blockOf[unit] === block) return values[unit] as number;
    if (ids === undefined) return single(arg);
    const read = ids.map((its) => argOf(program, its, k));
    return absorbed[arg] === 1
      ? statement('multiply', [argument(arg, read, 0), argument(arg, read, 1)])
      : operand(arg, mapFrom(draft, read));
  };

  const computed = (u: number, id: number): number => {
    if (kind[u] === unitKind.copy) return single(id);
    const ids = rows === 1 ? undefined : idsOf(units, u);
    if (isSum[id] === 1) return argument(id, ids, 0);
    const args = new Array<number>(arityOf(program, id)); // of this size: a list that grows takes much more memory
    for (let k = 0; k < args.length; k++) args[k] = argument(id, ids, k);
    return statement(nameOf(program, id), args);
  };

  for (let u = first; u >= 0; u = placement.next[u] as number) {
    const id = members[start[u] as number] as number;
    const value = computed(u, id);
    values[u] = value;
    const into = kind[u] === unitKind.map && isSum[id] === 1 ? sums : stores;
    for (const { group: its, map } of targetsOf(draft, u)) into.push({ value, group: its, map });
  }
  for (const id of seen) operandOf[id] = 0;

  const count = operands.length;
  const number = (value: number): number => (value < 0 ? -1 - value : value + count);
  for (const { args } of statements) for (let k = 0; k < args.length; k++) args[k] = number(args[k] as number);
  for (const list of [stores, sums]) for (const store of list) store.value = number(store.value);
  return {
    kind: 'map',
    rows,
    rank: (phase & 1) as 0 | 1,
    operands,
    statements,
    stores,
    sums,
  };
}
