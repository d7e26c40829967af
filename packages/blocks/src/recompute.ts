import type { PrimitiveName } from '@chainrule/core';
import { type Block, type BlockProgram, fixedGroups, type IndexMap, type MapBlock, type Operand } from './block.ts';

/** What takes about as long as to keep a number and to read it again. */
const cheap: ReadonlySet<PrimitiveName> = new Set<PrimitiveName>(['add', 'subtract', 'multiply', 'negate', 'abs']);
/** Fewer rows than this are no loop. */
const fewest = 4;
/** Statements that a block may grow to. */
const longest = 60;

type Affine = Extract<IndexMap, { kind: 'affine' }>;

/**
 * A block program without the maps whose values are computed in fewer operations where they are read, for each of the rows
 * that are read there, than it takes to keep them. All other values are those of before.
 */
export function recomputed(program: BlockProgram): BlockProgram {
  const readers = new Map<number, number[]>(); // positions among all blocks, by group
  const all: (Block | undefined)[] = program.phases.flatMap(({ blocks }) => blocks);
  const starts = program.phases.map((_, p) =>
    program.phases.slice(0, p).reduce((n, { blocks }) => n + blocks.length, 0),
  );
  all.forEach((block, at) => {
    for (const group of groupsReadBy(block as Block)) {
      const list = readers.get(group);
      if (list === undefined) readers.set(group, [at]);
      else if (list.at(-1) !== at) list.push(at);
    }
  });
  program.phases.forEach(({ blocks }, p) => {
    const start = starts[p] as number;
    for (let at = start; at < start + blocks.length; at++) {
      const map = all[at] as Block;
      if (!canMove(map)) continue;
      const its = [...new Set(map.stores.flatMap(({ group }) => readers.get(group) ?? []))];
      const moved = its.map((reader) => {
        const into = all[reader] as Block;
        return reader < start + blocks.length && into.kind === 'map' ? merged(map, into) : undefined;
      });
      const operations = moved.reduce(
        (n, block, i) =>
          n +
          (block === undefined
            ? Infinity
            : block.rows * (block.statements.length - (all[its[i] as number] as MapBlock).statements.length)),
        0,
      );
      if (operations > map.rows * (map.statements.length + 2 * map.stores.length)) continue;
      its.forEach((reader, i) => (all[reader] = moved[i]));
      all[at] = undefined;
    }
  });
  const kept = (start: number, count: number): Block[] =>
    all.slice(start, start + count).filter((block) => block !== undefined);
  return {
    ...program,
    phases: program.phases.map(({ rank, blocks }, p) => ({ rank, blocks: kept(starts[p] as number, blocks.length) })),
  };
}

function groupsReadBy(block: Block): readonly number[] {
  if (block.kind === 'outer') return [block.a.group, block.b.group];
  if (block.kind === 'fold') return block.parts.flatMap(({ factors }) => factors.map(({ group }) => group));
  return block.operands.flatMap((operand) => (operand.kind === 'rows' ? [operand.group] : []));
}

/** Whether a block is a loop of a few operations on affine rows, for other blocks only. */
const canMove = (block: Block): block is MapBlock =>
  block.kind === 'map' &&
  block.rows >= fewest &&
  block.sums.length === 0 &&
  block.statements.every(({ primitive }) => cheap.has(primitive)) &&
  block.operands.every((operand) => operand.kind === 'literal' || operand.map.kind === 'affine') &&
  block.stores.every(
    ({ group, map }) => group > fixedGroups.sampleOutputs && map.kind === 'affine' && map.stride === 1,
  );

/** A block that computes what it reads of a map itself; undefined if it cannot. */
function merged(map: MapBlock, into: MapBlock): MapBlock | undefined {
  const operands: Operand[] = [];
  const statements: { primitive: PrimitiveName; args: number[] }[] = [];
  const known = new Map<string, number>();
  // operands count from −1 down until all are known
  const once = (key: string, make: () => number): number => {
    const value = known.get(key) ?? make();
    known.set(key, value);
    return value;
  };
  const operand = (its: Operand): number => {
    const isTable = its.kind === 'rows' && its.map.kind === 'table';
    return isTable ? -operands.push(its) : once(JSON.stringify(its), () => -operands.push(its));
  };
  /** Value number `value` of the map in its rows `rows(i)`, for row i of the block. */
  const valueIn = (value: number, rows: Affine): number => {
    const its = map.operands[value];
    if (its !== undefined) {
      if (its.kind === 'literal') return operand(its);
      const { base, stride } = its.map as Affine;
      return operand({
        ...its,
        map: { kind: 'affine', base: base + stride * rows.base, stride: stride * rows.stride },
      });
    }
    return once(`${value} ${rows.base} ${rows.stride}`, () => {
      const { primitive, args } = map.statements[value - map.operands.length] as MapBlock['statements'][number];
      const read = args.map((arg) => valueIn(arg, rows));
      return statements.push({ primitive, args: read }) - 1;
    });
  };

  const values: number[] = [];
  for (const its of into.operands) {
    const store = map.stores.find(({ group }) => its.kind === 'rows' && its.group === group);
    if (store === undefined) {
      values.push(operand(its));
      continue;
    }
    const { map: from } = its as Extract<Operand, { kind: 'rows' }>;
    if (from.kind === 'table') return undefined;
    const rows = { ...from, base: from.base - (store.map as Affine).base };
    const last = rows.base + rows.stride * (into.rows - 1);
    if (Math.min(rows.base, last) < 0 || Math.max(rows.base, last) >= map.rows) return undefined;
    values.push(valueIn(store.value, rows));
  }
  for (const { primitive, args } of into.statements)
    values.push(statements.push({ primitive, args: args.map((arg) => values[arg] as number) }) - 1);
  if (statements.length > longest) return undefined;
  const number = (value: number): number => (value < 0 ? -1 - value : value + operands.length);
  const placed = (stores: MapBlock['stores']): MapBlock['stores'] =>
    stores.map((its) => ({ ...its, value: number(values[its.value] as number) }));
  return {
    ...into,
    operands,
    statements: statements.map(({ primitive, args }) => ({ primitive, args: args.map(number) })),
    stores: placed(into.stores),
    sums: placed(into.sums),
  };
}
