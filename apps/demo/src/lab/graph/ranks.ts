import type { Node } from '@chainrule/core';
import type { Items } from './items.ts';
import type { Plan } from './plan.ts';

/**
 * Columns: each item stands after those that lead to it; what is the same for all samples (parameters, constants and what is
 * made of them), and the target, right before the first that uses it.
 */
export function ranksOf({ order, visits, layers, linears }: Plan, { homes, keys }: Items): Int32Array {
  const ranks = new Int32Array(keys.length);
  const isLate = new Uint8Array(keys.length).fill(1);
  const isTarget = (node: Node): boolean => node.kind === 'input' && layers[order.indexOf(node)] === linears.length;
  for (const node of visits) {
    const home = homes[order.indexOf(node)] as number;
    if (home < 0) continue;
    if (node.rank === 1 && !isTarget(node)) isLate[home] = 0;
    if (node.kind !== 'operation') continue;
    for (const arg of node.args) {
      const its = homes[order.indexOf(arg)] as number;
      if (its >= 0 && its !== home) ranks[home] = Math.max(ranks[home] as number, (ranks[its] as number) + 1);
    }
  }
  const moved = new Uint8Array(keys.length);
  for (let v = visits.length - 1; v >= 0; v--) {
    const node = visits[v] as Node;
    const home = homes[order.indexOf(node)] as number;
    if (node.kind !== 'operation' || home < 0) continue;
    const before = Math.max(0, (ranks[home] as number) - 1);
    for (const arg of node.args) {
      const its = homes[order.indexOf(arg)] as number;
      if (its < 0 || its === home || isLate[its] === 0) continue;
      ranks[its] = moved[its] === 1 ? Math.min(ranks[its] as number, before) : before;
      moved[its] = 1;
    }
  }
  const output = keys.indexOf('output');
  if (output < 0) return ranks;
  const loss = keys.indexOf('loss');
  ranks[output] = ranks[loss] as number;
  ranks[loss] = (ranks[output] as number) + 1;
  return ranks;
}
