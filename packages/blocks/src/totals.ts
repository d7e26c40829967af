import { firstPrimitive, leafCode, type PrimitiveName } from '@chainrule/core';
import { argOf } from './arguments.ts';
import { type Block, fixedGroups, type Group, type MapBlock, type Operand } from './block.ts';
import { type Draft, nameOf } from './draft.ts';
import { mapOf } from './indexMap.ts';
import { mapInto, type Rows, rowsOf, straight } from './mapInto.ts';
import * as role from './role.ts';

/** The first argument of a total, for each of the slots that the last one stands for: its values are rows of a new group. */
export function mapOver(
  { program, dense, group, row, groups }: Draft,
  id: number,
  slots: Int32Array,
): readonly [MapBlock, Rows] {
  const { op, aux, args, argStart } = program;
  const operands: Operand[] = [];
  const statements: { primitive: PrimitiveName; args: number[] }[] = [];
  const values = new Map<number, number>(); // operands count from −1 down until all are known
  const isWide = (its: number): boolean => dense?.role[its] === role.wide;
  const argsOf = (its: number): Int32Array => args.subarray(argStart[its], argStart[its + 1]);
  const operand = (its: number): Operand => {
    if (op[its] === leafCode.constant) return { kind: 'literal', value: aux[its] as number };
    if (isWide(its)) return rowsOf(fixedGroups.parameters, mapOf(slots));
    return rowsOf(group[its] as number, { kind: 'affine', base: row[its] as number, stride: 0 });
  };
  const needed = new Set([argOf(program, id, 0)]);
  for (const its of needed) if (isWide(its)) for (const arg of argsOf(its)) needed.add(arg);
  for (const its of Int32Array.from(needed).sort()) {
    const read = Array.from(argsOf(its), (arg) => values.get(arg) as number);
    const isStatement = isWide(its) && (op[its] as number) >= firstPrimitive;
    values.set(
      its,
      isStatement ? statements.push({ primitive: nameOf(program, its), args: read }) - 1 : -operands.push(operand(its)),
    );
  }
  for (const its of statements) its.args = its.args.map((arg) => (arg < 0 ? -1 - arg : arg + operands.length));
  const rows = slots.length;
  const kept = rowsOf((groups as Group[]).push({ rows, rank: 0, ids: new Int32Array(rows) }) - 1, straight);
  return [mapInto(kept, rows, operands, statements), kept];
}

/** The blocks of a total. */
export function totalOver(draft: Draft, id: number, slots: Int32Array): Block[] {
  const [map, { group }] = mapOver(draft, id, slots);
  const factor = { kind: 'separable', group, row: { ...straight, stride: 0 }, term: straight } as const;
  const store = { group: draft.group[id] as number, map: mapOf(Int32Array.of(draft.row[id] as number)) };
  const parts = [{ count: slots.length, factors: [factor] as const }];
  return [map, { kind: 'fold', primitive: 'add', rows: 1, rank: 0, parts, stores: [store] }];
}
