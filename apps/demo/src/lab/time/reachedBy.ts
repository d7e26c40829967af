import type { Node } from '@chainrule/core';
import type { GraphLook } from '../graph/graphLook.ts';
import type { Planned } from '../graph/planned.ts';
import type { Visits, Walk } from './walk.ts';

/** How far the step that one walks through has come. */
export function reachedBy(
  { visited, place, here }: Pick<Walk, 'visited' | 'place' | 'here'>,
  { plan, outline }: Planned,
): Pick<GraphLook, 'reached' | 'current'> {
  if (here === undefined) return {};
  const { order } = plan;
  const reached = new Uint8Array(order.nodes.length);
  const mark = (nodes: readonly Node[], as: number): void => {
    for (const node of nodes) reached[order.indexOf(node)] = as;
  };
  order.nodes.forEach(({ kind }, at) => {
    if (kind !== 'operation') reached[at] = 1;
  });
  const { phase } = place;
  const upTo = (each: keyof Visits): readonly Node[] =>
    phase === each ? visited[each].slice(0, place.place + 1) : visited[each];
  mark(upTo('forward'), 1);
  if (phase !== 'forward') mark(upTo('loss'), 1);
  if (phase === 'backward') mark(upTo('backward'), 2);
  if (phase === 'update') reached.fill(2);
  return { reached, current: outline.keys[order.indexOf(here.node)] as string };
}
