import type { PrimitiveName } from '@chainrule/core';
import { type Block, type BlockProgram, fixedGroups, type IndexMap, type MapBlock, type Operand } from './block.ts';
import { fewestRows } from './fewestRows.ts';

/** Primitives that take about as long as to keep a number and to read it again. */
const cheap: readonly PrimitiveName[] = ['add', 'subtract', 'multiply', 'negate', 'abs'];
/** Statements that a block may grow to. */
const longest = 60;

type Affine = Extract<IndexMap, { kind: 'affine' }>;

/**
 * A block program without the maps whose values are computed in fewer operations where they are read, for each of the rows
 * that are read there, than it takes to keep them. All other values are those of before.
 */
export function recomputed(program: BlockProgram): BlockProgram {
  const all = program.phases.flatMap(({ blocks }, phase) => blocks.map((block) => ({ phase, block, isLeft: true })));
  const readers: Set<(typeof all)[number]>[] = program.groups.map(() => new Set());
  for (const it of all) for (const { group } of readsOf(it.block)) readers[group]?.add(it);
  for (const it of all) {
    const { block: map, phase } = it;
    if (!canMove(map)) continue;
    const its = [...new Set(map.stores.flatMap(({ group }) => [...(readers[group] as (typeof readers)[0])]))];
    let spared = map.rows * (map.statements.length + 2 * map.stores.length);
    const moved = its.map((reader) => {
      const made = reader.phase === phase ? merged(map, reader.block) : undefined;
      const { rows, statements } = reader.block as MapBlock;
      spared -= made ? rows * (made.statements.length - statements.length) : Infinity;
      return made;
    });
    if (spared < 0) continue;
    it.isLeft = false;
    its.forEach((reader, i) => {
      reader.block = moved[i] as MapBlock;
    });
  }
  const phases = program.phases.map(({ rank }) => ({ rank, blocks: [] as Block[] }));
  for (const { phase, block, isLeft } of all) if (isLeft) phases[phase]?.blocks.push(block);
  return { ...program, phases };
}

function readsOf(block: Block): readonly { readonly group: number }[] {
  if (block.kind === 'outer') return [block.a, block.b];
  return block.kind === 'fold' ? block.parts.flatMap(({ factors }) => factors) : block.operands.filter(isRows);
}

const isRows = (operand: Operand): operand is Extract<Operand, { kind: 'rows' }> => operand.kind === 'rows';

/** Whether a block is a loop of a few operations on affine rows, for other blocks only. */
const canMove = (block: Block): block is MapBlock =>
  block.kind === 'map' &&
  block.rows >= fewestRows &&
  block.sums.length === 0 &&
  block.statements.every(({ primitive }) => cheap.includes(primitive)) &&
  block.operands.filter(isRows).every(({ map }) => map.kind === 'affine') &&
  block.stores.every(
    ({ group, map }) => group > fixedGroups.sampleOutputs && map.kind === 'affine' && map.stride === 1,
  );

/** The same text for the same operand; −0 is not 0. */
const keyOf = (its: Operand): string =>
  isRows(its) ? `${its.group}: ${Object.values(its.map)}` : `${its.value}, ${1 / its.value}`;

/** A block that computes what it reads of a map itself; undefined if it cannot. */
function merged(map: MapBlock, into: Block): MapBlock | undefined {
  if (into.kind !== 'map') return undefined;
  const operands: Operand[] = [];
  const statements: { primitive: PrimitiveName; args: number[] }[] = [];
  const known = new Map<string, number>();
  const once = (key: string, make: () => number): number => {
    const value = known.get(key) ?? make();
    known.set(key, value);
    return value;
  };
  // operands count from −1 down until all are known
  const operand = (its: Operand): number => once(keyOf(its), () => -operands.push(its));
  /** Value number `value` of the map in its row `base + i · stride`, for row i of the block. */
  const valueIn = (value: number, base: number, stride: number): number => {
    const its = map.operands[value];
    if (its === undefined)
      return once(`${value} ${base} ${stride}`, () => {
        const { primitive, args } = map.statements[value - map.operands.length] as MapBlock['statements'][number];
        const read = args.map((arg) => valueIn(arg, base, stride));
        return statements.push({ primitive, args: read }) - 1;
      });
    if (!isRows(its)) return operand(its);
    const from = its.map as Affine;
    const rows = { ...from, base: from.base + from.stride * base, stride: from.stride * stride };
    return operand({ ...its, map: rows });
  };

  let canBe = true;
  const values = into.operands.map((its) => {
    const store = isRows(its) && map.stores.find(({ group }) => group === its.group);
    if (!store) return operand(its);
    const { base, stride } = its.map as Affine;
    const first = base - (store.map as Affine).base;
    const last = first + stride * (into.rows - 1);
    // false for a table, too
    canBe &&= Math.min(first, last) >= 0 && Math.max(first, last) < map.rows;
    return canBe ? valueIn(store.value, first, stride) : 0;
  });
  for (const { primitive, args } of into.statements)
    values.push(statements.push({ primitive, args: args.map((arg) => values[arg] as number) }) - 1);
  if (!canBe || statements.length > longest) return undefined;
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
