import type { Node } from '@chainrule/core';
import { planned } from '../graph/planned.ts';
import type { Session } from '../run/session.ts';
import type { View } from '../state/labState.ts';
import { fetchedOnce } from '../worker/fetchedOnce.ts';
import type { Card } from './card.ts';
import type { CursorPlace, Phase } from './cursor.ts';
import { startedWalk } from './startedWalk.ts';

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

const atRest: CursorPlace = { phase: 'rest', sample: 0, place: -1 };

const cards = fetchedOnce(() => import('./cardsAbout.ts'));

/** How the time pane looks at a session. */
export async function timeLook(session: Session, { sample, selected }: View): Promise<TimeLook> {
  const walk = startedWalk(session);
  const here = walk?.here;
  const its = planned(session);
  const row = here?.row ?? sample % session.data.training.count;
  const place = walk?.place ?? atRest;
  const { phase } = place;
  const steps = session.started?.trainer.steps ?? 0;
  const loss = session.started?.losses.points.findLast(([step]) => step <= steps)?.[1];
  const about = {
    phase,
    sample: place.sample,
    samples: walk?.schedule.shapeOf(steps).samples ?? 0,
    row,
    place: place.place + 1,
    places: phase === 'rest' ? 0 : (walk?.visited[phase].length ?? 0),
    loss,
  };
  const node = here?.node ?? (selected === undefined ? undefined : nodeOf(session, selected));
  if (node === undefined || !its.isReady) return { ...about, cards: [] };
  return { ...about, cards: await (await cards()).cardsAbout(session, node, phase, row) };
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
