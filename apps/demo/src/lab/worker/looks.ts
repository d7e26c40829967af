import { type GraphLook, graphLook } from '../graph/graphLook.ts';
import { type Figures, figures } from '../metrics/figures.ts';
import { type NewPoints, newPoints } from '../metrics/newPoints.ts';
import type { Results } from '../metrics/results.ts';
import { type Picture, picture } from '../picture/picture.ts';
import type { Session } from '../run/session.ts';
import type { View } from '../state/labState.ts';
import { type TimeLook, timeLook } from '../time/timeLook.ts';
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

/** How each pane looks at a session; undefined while it is not visible. */
const lookers: { readonly [K in keyof Looks]-?: Look<NonNullable<Looks[K]>> } = {
  figures: whenWritten(figures),
  newPoints,
  results: async (session, view) =>
    view.tab === 'metrics' ? (await import('../metrics/results.ts')).results(session) : undefined,
  graph: async (session, view) => graphLook(session, view),
  time: async (session, view) => timeLook(session, view),
  picture: async (session, view) => (view.tab === 'picture' ? picture(session, view) : undefined),
};

/** All that is visible of a session. */
export async function looksOf(session: Session, view: View): Promise<Looks> {
  const graph = await lookers.graph(session, view);
  if (graph?.isUnfinished) return { graph }; // it is waited for; the rest comes with the next frame
  const looks: Record<string, unknown> = { graph };
  for (const [name, look] of Object.entries<Look<unknown>>(lookers)) {
    if (name === 'graph') continue;
    const seen = await look(session, view);
    if (seen !== undefined) looks[name] = seen;
  }
  return looks;
}
