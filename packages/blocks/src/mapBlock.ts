import { leafCode, type PrimitiveName } from '@chainrule/core';
import type { MapBlock, Operand, Statement, Store } from './block.ts';
import { argOf, arityOf, type Draft, idsOf, mapFrom, nameOf, targetsOf } from './draft.ts';
import { isSameMap } from './indexMap.ts';
import { unitKind } from './units.ts';

/** How many operands a block looks back for the same one. */
const memory = 64;

/** Writes a map block: the statements of its units in order. */
export function mapBlock(draft: Draft, block: number): MapBlock {
  const { program, units, placement, isSum, group, values, operandOf } = draft;
  const { kind, of, absorbed, rows, members, start } = units;
  const operands: Operand[] = [];
  const statements: { primitive: PrimitiveName; args: number[] }[] = [];
  const stores: Store[] = [];
  const sums: Store[] = [];
  const first = placement.first[block] as number;
  const count = rows[first] as number;
  const seen: number[] = []; // instructions that have a number in `operandOf`

  /** Operands count from −1 down until all are known. */
  const operand = (found: Operand): number => -operands.push(found);

  const singleOperand = (id: number): number => {
    if (operandOf[id] !== 0) return operandOf[id] as number;
    seen.push(id);
    const value = operand(
      program.op[id] === leafCode.constant
        ? { kind: 'literal', value: program.aux[id] as number }
        : {
            kind: 'rows',
            group: group[id] as number,
            map: { kind: 'affine', base: draft.row[id] as number, stride: 0 },
          },
    );
    operandOf[id] = value;
    return value;
  };

  const rowsOperand = (ids: Int32Array): number => {
    const id = ids[0] as number;
    if (program.op[id] === leafCode.constant) return singleOperand(id);
    const found: Operand = { kind: 'rows', group: group[id] as number, map: mapFrom(draft, ids) };
    for (let i = operands.length - 1; i >= Math.max(0, operands.length - memory); i--) {
      const other = operands[i] as Operand;
      if (other.kind === 'rows' && other.group === found.group && isSameMap(other.map, found.map)) return -1 - i;
    }
    return operand(found);
  };

  const statement = (primitive: PrimitiveName, args: number[]): number => statements.push({ primitive, args }) - 1;

  /** The value that each instruction of a list reads as argument k. */
  const argument = (ids: Int32Array, k: number): number => {
    const id = argOf(program, ids[0] as number, k);
    const unit = of[id] as number;
    if (unit >= 0 && placement.blockOf[unit] === block) return values[unit] as number;
    if (count === 1) return singleOperand(id);
    const read = ids.map((its) => argOf(program, its, k));
    return absorbed[id] === 1 ? statement('multiply', [argument(read, 0), argument(read, 1)]) : rowsOperand(read);
  };

  const computed = (u: number): number => {
    const id = members[start[u] as number] as number;
    if (kind[u] === unitKind.copy) return singleOperand(id);
    const ids = idsOf(units, u);
    if (isSum[id] === 1) return argument(ids, 0);
    const args: number[] = [];
    for (let k = 0; k < arityOf(program, id); k++) args.push(argument(ids, k));
    return statement(nameOf(program, id), args);
  };

  for (let u = first; u >= 0; u = placement.next[u] as number) {
    const value = computed(u);
    values[u] = value;
    const into = kind[u] === unitKind.map && isSum[members[start[u] as number] as number] === 1 ? sums : stores;
    for (const { group: its, map } of targetsOf(draft, u)) into.push({ value, group: its, map });
  }
  for (const id of seen) operandOf[id] = 0;

  const number = (value: number): number => (value < 0 ? -1 - value : value + operands.length);
  const numbered = (list: readonly Store[]): Store[] =>
    list.map(({ value, group: its, map }) => ({ value: number(value), group: its, map }));
  for (const { args } of statements) for (let k = 0; k < args.length; k++) args[k] = number(args[k] as number);
  return {
    kind: 'map',
    rows: count,
    rank: ((placement.phase[block] as number) & 1) as 0 | 1,
    operands,
    statements: statements satisfies Statement[],
    stores: numbered(stores),
    sums: numbered(sums),
  };
}
