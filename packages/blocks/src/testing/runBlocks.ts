import { type Parameter, type PrimitiveName, primitives, tileLength } from '@chainrule/core';
import {
  type Block,
  type BlockProgram,
  type FoldBlock,
  fixedGroups,
  type MapBlock,
  type Operand2,
  type OuterBlock,
  rowOf,
} from '../block.ts';

/** The row that an operand of a fold or an outer block names for (i, k). */
function rowOf2(operand: Operand2, i: number, k: number, terms: number): number {
  return operand.kind === 'table'
    ? (operand.table[i * terms + k] as number)
    : rowOf(operand.row, i) + rowOf(operand.term, k);
}

/** The sum over a batch in the order of core's definition, written from its words. */
function sumOf(values: Float64Array): number {
  let total = 0;
  for (let from = 0; from < values.length; from += tileLength) {
    const lanes = [0, 0] as [number, number];
    const end = Math.min(from + tileLength, values.length);
    for (let s = from; s < end; s++) lanes[(s & 1) as 0 | 1] += values[s] as number;
    total += lanes[0] + lanes[1];
  }
  return total;
}

/**
 * Runs a block program for `count` samples, value by value, and returns the list of each output: what blocks mean, in the
 * plainest words. It insists that rows are written once, and before they are read.
 */
export function runBlocks(
  { program, groups, phases }: BlockProgram,
  columns: readonly ArrayLike<number>[],
  count: number,
): Float64Array[] {
  const data = groups.map(({ rows }): (Float64Array | undefined)[] => new Array(rows));
  const width = (rank: number): number => (rank === 1 ? count : 1);
  columns.forEach((column, slot) => {
    (data[fixedGroups.inputs] as Float64Array[])[slot] = Float64Array.from(
      { length: count },
      (_, s) => column[s] as number,
    );
  });
  program.parameters.forEach((parameter: Parameter, slot) => {
    (data[fixedGroups.parameters] as Float64Array[])[slot] = Float64Array.of(parameter.value);
  });

  const read = (group: number, row: number): Float64Array => {
    const values = data[group]?.[row];
    if (values === undefined) throw new Error(`row ${row} of group ${group} is read before it is written`);
    return values;
  };
  const write = (group: number, row: number, values: Float64Array, rank: number): void => {
    const rows = data[group];
    if (rows === undefined || row < 0 || row >= rows.length) throw new Error(`group ${group} has no row ${row}`);
    if (rows[row] !== undefined) throw new Error(`row ${row} of group ${group} is written twice`);
    if (groups[group]?.rank !== rank) throw new Error(`group ${group} is not of rank ${rank}`);
    rows[row] = values;
  };

  const apply = (name: PrimitiveName, args: readonly Float64Array[], rank: number): Float64Array => {
    const { arity, value } = primitives[name];
    const f = value as (...numbers: number[]) => number;
    return Float64Array.from({ length: width(rank) }, (_, s) => {
      const numbers = args.map((values) => values[values.length === 1 ? 0 : s] as number);
      if (name === 'sumBatch') return count * (numbers[0] as number);
      return arity === undefined ? numbers.reduce((a, b) => f(a, b)) : f(...numbers);
    });
  };

  const runMap = ({ rows, rank, operands, statements, stores, sums }: MapBlock): void => {
    for (let i = 0; i < rows; i++) {
      const values = operands.map((operand) =>
        operand.kind === 'literal' ? Float64Array.of(operand.value) : read(operand.group, rowOf(operand.map, i)),
      );
      for (const { primitive, args } of statements)
        values.push(
          apply(
            primitive,
            args.map((arg) => {
              if (arg >= values.length) throw new Error(`${primitive} reads value ${arg} before it is there`);
              return values[arg] as Float64Array;
            }),
            rank,
          ),
        );
      for (const { value, group, map } of stores) {
        const its = values[value] as Float64Array;
        write(
          group,
          rowOf(map, i),
          Float64Array.from({ length: width(rank) }, (_, s) => its[its.length === 1 ? 0 : s] as number),
          rank,
        );
      }
      for (const { value, group, map } of sums)
        write(group, rowOf(map, i), Float64Array.of(sumOf(values[value] as Float64Array)), 0);
    }
  };

  const runFold = ({ primitive, rows, rank, parts, stores }: FoldBlock): void => {
    for (let i = 0; i < rows; i++) {
      const terms: Float64Array[] = [];
      for (const { count: terms2, factors } of parts)
        for (let k = 0; k < terms2; k++) {
          const its = factors.map((factor) => read(factor.group, rowOf2(factor, i, k, terms2)));
          terms.push(its.length === 2 ? apply('multiply', its, rank) : (its[0] as Float64Array));
        }
      const result = apply(primitive, terms, rank);
      for (const { group, map } of stores) write(group, rowOf(map, i), result, rank);
    }
  };

  const runOuter = ({ rows, columns: across, a, b, store }: OuterBlock): void => {
    for (let i = 0; i < rows; i++)
      for (let k = 0; k < across; k++) {
        const its = [read(a.group, rowOf(a.map, i)), read(b.group, rowOf(b.map, k))];
        write(store.group, rowOf2(store, i, k, across), Float64Array.of(sumOf(apply('multiply', its, 1))), 0);
      }
  };

  const run = (block: Block): void => {
    if (block.kind === 'map') runMap(block);
    else if (block.kind === 'fold') runFold(block);
    else runOuter(block);
  };
  for (const { blocks } of phases) for (const block of blocks) run(block);
  const next = [0, 0];
  return Array.from(program.outputs, (id) => {
    const rank = program.rank[id] as 0 | 1;
    return read(rank === 0 ? fixedGroups.batchOutputs : fixedGroups.sampleOutputs, next[rank]!++);
  });
}
