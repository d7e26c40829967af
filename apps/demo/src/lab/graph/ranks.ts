import type { Node } from '@chainrule/core';
import type { Items } from './items.ts';
import type { Plan } from './plan.ts';

/**
 * Columns: each item stands after those that lead to it; what is the same for all samples (parameters, constants and what is
 * made of them), and the target, right before the first that uses it.
 */
export function ranksOf({ order, starts, args, places, layers, linears }: Plan, items: Items): Int32Array {
  const { homes, nodes: shown, named } = items;
  const ranks = new Int32Array(shown.length);
  const isLate = new Uint8Array(shown.length).fill(1);
  for (const at of places) {
    const home = homes[at] as number;
    if (home < 0) continue;
    const { rank, kind } = order.nodes[at] as Node;
    const isTarget = kind === 'input' && layers[at] === linears.length;
    if (rank === 1 && !isTarget) isLate[home] = 0;
    let most = ranks[home] as number;
    for (let a = starts[at] as number; a < (starts[at + 1] as number); a++) {
      const its = homes[args[a] as number] as number;
      if (its >= 0 && its !== home) most = Math.max(most, (ranks[its] as number) + 1);
    }
    ranks[home] = most;
  }
  const moved = new Uint8Array(shown.length);
  for (let v = places.length - 1; v >= 0; v--) {
    const at = places[v] as number;
    const home = homes[at] as number;
    if (home < 0) continue;
    const before = Math.max(0, (ranks[home] as number) - 1);
    for (let a = starts[at] as number; a < (starts[at + 1] as number); a++) {
      const its = homes[args[a] as number] as number;
      if (its < 0 || its === home || isLate[its] === 0) continue;
      ranks[its] = moved[its] === 1 ? Math.min(ranks[its] as number, before) : before;
      moved[its] = 1;
    }
  }
  const [output, loss] = [named.get('output'), named.get('loss')];
  if (output === undefined || loss === undefined) return ranks;
  ranks[output] = ranks[loss] as number;
  ranks[loss] = (ranks[output] as number) + 1;
  return ranks;
}
