import { type BlockProgram, type MapBlock, rowOf } from '@chainrule/blocks';
import type { Primitive } from '@chainrule/core';
import { applied } from '../terms.ts';
import type { Columns } from './columns.ts';
import type { Graph } from './graph.ts';
import { operation } from './spelling.ts';
import type { Value } from './value.ts';

/** The nodes of a few operations on columns. */
export function mapNodes(
  { rows, operands, statements, stores, sums }: MapBlock,
  { groups, program }: BlockProgram,
  graph: Graph,
  columns: Columns,
): void {
  const at = Array.from({ length: rows }, (_, i) => i);
  const idsOf = (group: number, map: Parameters<typeof rowOf>[0]): number[] =>
    at.map((i) => groups[group]?.ids[rowOf(map, i)] as number);
  const values: Value[] = operands.map((operand) =>
    operand.kind === 'literal'
      ? { kind: 'known', numbers: at.map(() => operand.value) }
      : columns.of(idsOf(operand.group, operand.map)),
  );
  for (const { primitive, args } of statements) {
    const given = args.map((arg) => values[arg] as Value);
    const lists = given.flatMap((value) => (value.kind === 'known' ? [value.numbers] : []));
    if (lists.length === given.length) {
      const its = program.primitives.find(({ name }) => name === primitive) as Primitive;
      const numbers = at.map((i) =>
        applied(
          its,
          lists.map((list) => list[i] as number),
        ),
      );
      values.push({ kind: 'known', numbers });
    } else values.push(operation(graph, primitive, given));
  }
  // a sum over the batch of one row is the value itself
  for (const { value, group, map } of [...stores, ...sums])
    idsOf(group, map).forEach((id, i) => {
      columns.put(id, values[value] as Value, i);
    });
}
