import { type Figures, figures } from '../metrics/figures.ts';
import { type NewPoints, newPoints } from '../metrics/newPoints.ts';
import type { Results } from '../metrics/results.ts';
import type { Session } from '../run/session.ts';
import type { View } from '../state/labState.ts';

/** What each pane shows of a session; only those that are visible are there. */
export interface Looks {
  readonly figures?: Figures;
  readonly newPoints?: NewPoints;
  readonly results?: Results;
}

type Look<T> = (session: Session, view: View) => T | undefined | Promise<T | undefined>;

/** How each pane looks at a session; undefined while it is not visible. */
const lookers: { readonly [K in keyof Looks]-?: Look<NonNullable<Looks[K]>> } = {
  figures,
  newPoints,
  results: async (session, view) =>
    view.tab === 'metrics' ? (await import('../metrics/results.ts')).results(session) : undefined,
};

/** All that is visible of a session. */
export async function looksOf(session: Session, view: View): Promise<Looks> {
  const looks: Record<string, unknown> = {};
  for (const [name, look] of Object.entries<Look<unknown>>(lookers)) {
    const seen = await look(session, view);
    if (seen !== undefined) looks[name] = seen;
  }
  return looks;
}
