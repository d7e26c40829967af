import type { FoldBlock, Operand2, OuterBlock, Part } from './block.ts';
import { argOf, arityOf, type Draft, idsOf, mapFrom, nameOf, targetsOf } from './draft.ts';
import { mapOf2 } from './indexMap.ts';

/** Writes a fold: its arguments divided into parts of one source each. */
export function foldBlock(draft: Draft, block: number): FoldBlock {
  const { program, units, placement } = draft;
  const u = placement.first[block] as number;
  const ids = idsOf(units, u);
  const id = ids[0] as number;
  const parts: Part[] = [];
  const arity = arityOf(program, id);
  let from = 0;
  let source = sourceOf(draft, argOf(program, id, 0));
  for (let k = 1; k <= arity; k++) {
    const next = k < arity ? sourceOf(draft, argOf(program, id, k)) : '';
    if (next === source) continue;
    parts.push({ count: k - from, factors: factorsOf(draft, ids, from, k - from) });
    [from, source] = [k, next];
  }
  return {
    kind: 'fold',
    primitive: nameOf(program, id) as FoldBlock['primitive'],
    rows: ids.length,
    rank: ((placement.phase[block] as number) & 1) as 0 | 1,
    parts,
    stores: targetsOf(draft, u),
  };
}

/** Arguments with the same text can be in one part. */
function sourceOf(draft: Draft, arg: number): string {
  const { units, group } = draft;
  if (units.absorbed[arg] === 0) return `${group[arg]}`;
  return `${group[factor(draft, arg, 'first')]} ${group[factor(draft, arg, 'second')]}`;
}

/**
 * Which factor of a product. First is the one that is the same for the whole batch, or else of the earlier group; lower the
 * one of the lower row.
 */
type Pick = 'first' | 'second' | 'lower' | 'higher';

function factor({ program, group, row }: Draft, product: number, pick: Pick): number {
  const { args, argStart, rank } = program;
  const start = argStart[product] as number;
  const [a, b] = [args[start] as number, args[start + 1] as number];
  const isOrdered =
    pick === 'lower' || pick === 'higher'
      ? (row[a] as number) <= (row[b] as number)
      : rank[a] === rank[b]
        ? (group[a] as number) <= (group[b] as number)
        : (rank[a] as number) < (rank[b] as number);
  return isOrdered === (pick === 'first' || pick === 'lower') ? a : b;
}

/** What `terms` successive arguments from `from` on are: a factor of products, or without `pick` the arguments themselves. */
function operand2(draft: Draft, ids: Int32Array, from: number, terms: number, pick?: Pick): Operand2 {
  const { program, group, row } = draft;
  const { args, argStart } = program;
  const picked = (arg: number): number => (pick === undefined ? arg : factor(draft, arg, pick));
  const rows = new Int32Array(ids.length * terms);
  let n = 0;
  for (let i = 0; i < ids.length; i++) {
    const start = (argStart[ids[i] as number] as number) + from;
    for (let k = start; k < start + terms; k++) rows[n++] = row[picked(args[k] as number)] as number;
  }
  return mapOf2(group[picked(argOf(program, ids[0] as number, from))] as number, rows, terms);
}

/** The factors of a part. Where both come from one group, they may change places if that gives simpler maps. */
function factorsOf(draft: Draft, ids: Int32Array, from: number, terms: number): Part['factors'] {
  const read = (pick?: Pick): Operand2 => operand2(draft, ids, from, terms, pick);
  if (draft.units.absorbed[argOf(draft.program, ids[0] as number, from)] === 0) return [read()];
  const inOrder = [read('first'), read('second')] as const;
  const isSimple = (pair: readonly Operand2[]): boolean => pair.every(({ kind }) => kind === 'separable');
  if (isSimple(inOrder) || inOrder[0].group !== inOrder[1].group) return inOrder;
  const sorted = [read('lower'), read('higher')] as const;
  return isSimple(sorted) ? sorted : inOrder;
}

/** Writes an outer block: one factor of its products is the same along each row, the other along each column. */
export function outerBlock(draft: Draft, block: number): OuterBlock {
  const { program, units, placement, group, row } = draft;
  const u = placement.first[block] as number;
  const ids = idsOf(units, u);
  const columns = units.columns[u] as number;
  const rows = ids.length / columns;
  const factorOf = (cell: number, which: number): number =>
    argOf(program, argOf(program, ids[cell] as number, 0), which);
  const along = factorOf(0, 0) === factorOf(columns - 1, 0) ? 0 : 1;
  const operand = (cells: Int32Array, which: number): OuterBlock['a'] => ({
    group: group[factorOf(0, which)] as number,
    map: mapFrom(
      draft,
      cells.map((cell) => factorOf(cell, which)),
    ),
  });
  return {
    kind: 'outer',
    rows,
    columns,
    a: operand(
      Int32Array.from({ length: rows }, (_, i) => i * columns),
      along,
    ),
    b: operand(
      Int32Array.from({ length: columns }, (_, k) => k),
      1 - along,
    ),
    store: mapOf2(
      group[ids[0] as number] as number,
      ids.map((id) => row[id] as number),
      columns,
    ),
  };
}
