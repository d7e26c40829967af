import { type GraphLook, graphLook } from '../graph/graphLook.ts';
import { type Figures, figures } from '../metrics/figures.ts';
import { type NewPoints, newPoints } from '../metrics/newPoints.ts';
import type { Results } from '../metrics/results.ts';
import { type Picture, picture } from '../picture/picture.ts';
import type { Session } from '../run/session.ts';
import type { View } from '../state/labState.ts';
import { type TimeLook, timeLook } from '../time/timeLook.ts';
import { fetchedOnce } from './fetchedOnce.ts';
import type { Part } from './turns.ts';
import { whenWritten } from './whenWritten.ts';

/** What each pane shows of a session; only those that are visible are there. */
export interface Looks {
  readonly figures?: Figures;
  readonly newPoints?: NewPoints;
  readonly results?: Results;
  readonly graph?: GraphLook;
  readonly time?: TimeLook;
  readonly picture?: Picture;
}

type Look<T> = (session: Session, view: View) => T | undefined | Promise<T | undefined>;

const judging = fetchedOnce(() => import('../metrics/results.ts'));

/** How each pane looks at a session; undefined while it is not visible. */
const lookers: { readonly [K in keyof Looks]-?: Look<NonNullable<Looks[K]>> } = {
  figures: whenWritten(figures),
  newPoints,
  results: async (session, view) => (view.tab === 'metrics' ? (await judging()).results(session) : undefined),
  graph: async (session, view) => graphLook(session, view),
  time: async (session, view) => timeLook(session, view),
  picture: async (session, view) => (view.tab === 'picture' ? picture(session, view) : undefined),
};

/** What belongs to which part of the page. */
const partOf: { readonly [K in keyof Looks]-?: Part } = {
  figures: 'figures',
  newPoints: 'figures',
  results: 'figures',
  graph: 'graph',
  time: 'graph',
  picture: 'views',
};

/** All that is visible of a session, or what belongs to some parts. */
export async function looksOf(session: Session, view: View, parts?: readonly Part[]): Promise<Looks> {
  const looks: Record<string, unknown> = {};
  const isAsked = (name: string): boolean => parts?.includes(partOf[name as keyof Looks]) ?? true;
  if (isAsked('graph')) {
    const graph = await lookers.graph(session, view);
    if (graph?.isUnfinished) return { graph }; // it is waited for; the rest comes with the next frame
    looks['graph'] = graph;
  }
  for (const [name, look] of Object.entries<Look<unknown>>(lookers)) {
    if (name === 'graph' || !isAsked(name)) continue;
    const seen = await look(session, view);
    if (seen !== undefined) looks[name] = seen;
  }
  return looks;
}
