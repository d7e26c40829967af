import { leafCode, type PrimitiveName } from '@chainrule/core';
import { argOf, arityOf } from './arguments.ts';
import type { IndexMap, MapBlock, Operand, Store } from './block.ts';
import { type Draft, idsOf, mapFrom, nameOf, targetsOf } from './draft.ts';
import { isSameMap } from './indexMap.ts';
import type { Place } from './place.ts';
import * as unitKind from './unitKind.ts';

/** Writes a map block: the statements of its units in order. */
export function mapBlock(draft: Draft, block: number): MapBlock {
  const { program, kind, absorbed, members, start, isSum, of, group, row, blockOf, values, operandOf } = draft;
  const operands: Operand[] = [];
  const statements: { primitive: PrimitiveName; args: number[] }[] = [];
  const stores: { value: number; group: number; map: Store['map'] }[] = [];
  const sums: typeof stores = [];
  const { phase, first } = draft.blocks[block] as Place;
  const rows = (start[first + 1] as number) - (start[first] as number);
  const seen: number[] = []; // what an operand is in the first row
  const older: number[] = []; // for each operand, the one before it that is the same there

  /** The operand whose rows are `ids`, or whose only row is `id`; operands count from −1 down until all are known. */
  const operand = (id: number, ids?: Int32Array): number => {
    const isLiteral = program.op[id] === leafCode.constant;
    const known = operandOf[id] as number;
    if (known !== 0 && (isLiteral || ids === undefined)) return known;
    const map: IndexMap =
      ids === undefined ? { kind: 'affine', base: row[id] as number, stride: 0 } : mapFrom(draft, ids);
    for (let at = known; at !== 0; at = older[-1 - at] as number)
      if (isSameMap((operands[-1 - at] as { map: IndexMap }).map, map, rows)) return at;
    seen.push(id);
    older.push(known);
    operandOf[id] = -operands.push(
      isLiteral
        ? { kind: 'literal', value: program.aux[id] as number }
        : { kind: 'rows', group: group[id] as number, map },
    );
    return operandOf[id];
  };

  const statement = (primitive: PrimitiveName, args: number[]): number => statements.push({ primitive, args }) - 1;

  /** The value that instructions of a unit, of which `id` is the first, read as argument k. */
  const argument = (id: number, ids: Int32Array | undefined, k: number): number => {
    const arg = argOf(program, id, k);
    const unit = of[arg] as number;
    if (unit >= 0 && blockOf[unit] === block) return values[unit] as number;
    if (ids === undefined) return operand(arg);
    const read = ids.map((its) => argOf(program, its, k));
    return absorbed[arg] ? statement('multiply', [argument(arg, read, 0), argument(arg, read, 1)]) : operand(arg, read);
  };

  const computed = (u: number, id: number): number => {
    if (kind[u] === unitKind.copy) return operand(id);
    const ids = rows === 1 ? undefined : idsOf(draft, u);
    if (isSum[id]) return argument(id, ids, 0);
    const first = argument(id, ids, 0);
    const arity = arityOf(program, id);
    const args = arity === 1 ? [first] : [first, argument(id, ids, 1)]; // of this size: lists that grow take much more memory
    for (let k = 2; k < arity; k++) args.push(argument(id, ids, k));
    return statement(nameOf(program, id), args);
  };

  for (let u = first; u >= 0; u = draft.next[u] as number) {
    const id = members[start[u] as number] as number;
    const value = computed(u, id);
    values[u] = value;
    if ((group[id] as number) < 0 && (draft.output[id] as number) < 0) continue;
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
