import type { Node } from '@chainrule/core';
import { planned } from '../graph/planned.ts';
import type { Session } from '../run/session.ts';
import type { View } from '../state/labState.ts';
import { once } from '../worker/once.ts';
import { backwardCard, type Card, forwardCard, type Page } from './card.ts';
import type { Phase } from './cursor.ts';
import { walkOf } from './walk.ts';

/** What the time pane shows beside the clock. */
export interface TimeLook {
  readonly phase: Phase;
  /** Which sample of how many in the batch, from 0, and which training row it is. */
  readonly sample: number;
  readonly samples: number;
  readonly row: number;
  /** Which place of how many in the phase, counted from 1. */
  readonly place: number;
  readonly places: number;
  /** The loss of the batches before the last steps. */
  readonly loss: number | undefined;
  /** What happens at the place, in numbers; at rest, what there is to say about the selected node. */
  readonly cards: readonly Card[];
}

const updateCards = once(() => import('./updateCard.ts'));

/** How the time pane looks at a session. */
export async function timeLook(session: Session, { sample, selected }: View): Promise<TimeLook> {
  const { here, place, cursor, schedule, visited } = walkOf(session);
  const its = planned(session);
  const row = here?.row ?? sample % session.data.training.count;
  const { phase } = place;
  const loss = session.started?.losses.points.findLast(([step]) => step <= cursor.step)?.[1];
  const about = {
    phase,
    sample: place.sample,
    samples: schedule.shapeOf(cursor.step).samples,
    row,
    place: place.place + 1,
    places: phase === 'rest' ? 0 : visited[phase].length,
    loss,
  };
  const node = here?.node ?? (selected === undefined ? undefined : nodeOf(session, selected));
  if (node === undefined || !its.isReady) return { ...about, cards: [] };
  const page: Page = { planned: its, numbers: its.numbers(row) };
  if (phase === 'forward' || phase === 'loss') return { ...about, cards: [forwardCard(page, node)] };
  if (phase === 'backward') return { ...about, cards: [backwardCard(page, node)] };
  if (phase === 'update' && node.kind === 'parameter' && session.started !== undefined) {
    const { updateCard } = await updateCards(); // with what trains, which is there by now
    return { ...about, cards: [updateCard(session, session.started, node)] };
  }
  const cards = [...(node.kind === 'operation' ? [forwardCard(page, node)] : []), backwardCard(page, node)];
  return { ...about, cards };
}

/** The node that a key speaks of; none if it is of many, or of nothing. */
function nodeOf(session: Session, key: string): Node | undefined {
  const { plan, outline } = planned(session);
  const [kind, first, second] = key.split(':');
  const { model, order } = plan;
  if (kind === 'neuron') return model.layers[Number(first)]?.nodes[Number(second)];
  if (kind === 'sum') return order.nodes[outline.parts[Number(first)]?.sums[Number(second)] ?? -1];
  if (kind === 'output') return model.outputs[Number(first ?? 0)];
  return order.nodes[outline.keys.indexOf(key)];
}
