import { argOf, arityOf } from './arguments.ts';
import type { FoldBlock, Operand2, Part } from './block.ts';
import { type Draft, idsOf, nameOf, targetsOf } from './draft.ts';
import { mapOf2 } from './indexMap.ts';
import type { Place } from './place.ts';

/** Writes a fold: its arguments divided into parts of one source each. */
export function foldBlock(draft: Draft, block: number): FoldBlock {
  const { program, blocks } = draft;
  const { phase, first: u } = blocks[block] as Place;
  const ids = idsOf(draft, u);
  const id = ids[0] as number;
  const parts: Part[] = [];
  const arity = arityOf(program, id);
  let from = 0;
  const listed = draft.dense?.parts(draft, ids);
  if (listed) {
    parts.push(...listed);
    from = 2;
  }
  let source = from < arity ? sourceOf(draft, argOf(program, id, from)) : '';
  for (let k = from + 1; k <= arity; k++) {
    const next = k < arity ? sourceOf(draft, argOf(program, id, k)) : '';
    if (next === source) continue;
    parts.push({ count: k - from, factors: factorsOf(draft, ids, from, k - from) });
    [from, source] = [k, next];
  }
  return {
    kind: 'fold',
    primitive: listed ? 'add' : (nameOf(program, id) as FoldBlock['primitive']),
    rows: ids.length,
    rank: (phase & 1) as 0 | 1,
    parts,
    stores: targetsOf(draft, u),
  };
}

/** Whether two factors stand in the right order. */
type Order = (draft: Draft, a: number, b: number) => boolean;

/** First the one that is the same for the whole batch, or else of the earlier group. */
const byGroup: Order = ({ program: { rank }, group }, a, b) =>
  rank[a] === rank[b] ? (group[a] as number) <= (group[b] as number) : (rank[a] as number) < (rank[b] as number);

const byRow: Order = ({ row }, a, b) => (row[a] as number) <= (row[b] as number);

/** Arguments with the same text can be in one part. */
function sourceOf(draft: Draft, arg: number): string {
  const { program, absorbed, group } = draft;
  if (!absorbed[arg]) return `${group[arg]}`;
  const [a, b] = [argOf(program, arg, 0), argOf(program, arg, 1)];
  return byGroup(draft, a, b) ? `${group[a]} ${group[b]}` : `${group[b]} ${group[a]}`;
}

/** The factors of a part. Where both come from one group, they may change places if that gives simpler maps. */
function factorsOf(draft: Draft, ids: Int32Array, from: number, terms: number): Part['factors'] {
  const { program, absorbed, group, row } = draft;
  const { args, argStart } = program;
  const isProduct = absorbed[argOf(program, ids[0] as number, from)];

  /** The factors of each product; of another argument twice itself. */
  const read = (isOrdered: Order): readonly [Operand2, Operand2] => {
    const firsts = new Int32Array(ids.length * terms);
    const seconds = new Int32Array(ids.length * terms);
    let n = firsts.length;
    let [first, second] = [0, 0];
    for (let i = ids.length - 1; i >= 0; i--) {
      const start = (argStart[ids[i] as number] as number) + from;
      for (let k = start + terms - 1; k >= start; k--) {
        const at = isProduct ? (argStart[args[k] as number] as number) : k;
        first = args[at] as number;
        second = isProduct ? (args[at + 1] as number) : first;
        if (!isOrdered(draft, first, second)) [first, second] = [second, first];
        firsts[--n] = row[first] as number;
        seconds[n] = row[second] as number;
      }
    }
    return [mapOf2(group[first] as number, firsts, terms), mapOf2(group[second] as number, seconds, terms)];
  };

  const isSimple = (pair: readonly Operand2[]): boolean => pair.every(({ kind }) => kind === 'separable');
  const inOrder = read(byGroup);
  if (!isProduct) return [inOrder[0]];
  if (isSimple(inOrder) || inOrder[0].group !== inOrder[1].group) return inOrder;
  const sorted = read(byRow);
  return isSimple(sorted) ? sorted : inOrder;
}
