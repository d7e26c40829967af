import type { Table } from '../data/labData.ts';
import { predicted } from '../run/predicted.ts';
import type { Session } from '../run/session.ts';
import { quality } from './quality.ts';

/** How good the network is, on what it is trained on and on what is kept away. */
export interface Figures {
  readonly training: number;
  readonly test: number | undefined;
}

/** The share of right answers, or the root mean square of the errors where a number is predicted. */
export function figures(session: Session): Figures {
  const of = (table: Table): number => quality(session.data.task, predicted(session, table), table.target);
  const { training, test } = session.data;
  const now = { training: of(training), test: test.count === 0 ? undefined : of(test) };
  latest.set(session, now);
  return now;
}

const latest = new WeakMap<Session, Figures>();

/** The figures that were last asked for. */
export const lastFigures = (session: Session): Figures => latest.get(session) ?? figures(session);
