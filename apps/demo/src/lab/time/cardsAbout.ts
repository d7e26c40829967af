import type { Node } from '@chainrule/core';
import { planned } from '../graph/planned.ts';
import type { Session } from '../run/session.ts';
import { fetchedOnce } from '../worker/fetchedOnce.ts';
import { backwardCard, type Card, forwardCard, type Page } from './card.ts';
import type { Phase } from './cursor.ts';

const updateCards = fetchedOnce(() => import('./updateCard.ts'));

/** What happens at a node in a phase of a step, in numbers for a row; at rest, what there is to say about it. */
export async function cardsAbout(session: Session, node: Node, phase: Phase, row: number): Promise<readonly Card[]> {
  const its = planned(session);
  const page: Page = { planned: its, numbers: its.numbers(row) };
  if (phase === 'forward' || phase === 'loss') return [forwardCard(page, node)];
  if (phase === 'backward') return [backwardCard(page, node)];
  if (phase === 'update' && node.kind === 'parameter' && session.started !== undefined) {
    const { updateCard } = await updateCards(); // with what trains, which is there by now
    return [updateCard(session, session.started, node)];
  }
  return [...(node.kind === 'operation' ? [forwardCard(page, node)] : []), backwardCard(page, node)];
}
