import type { Session } from '../run/session.ts';
import type { Walk } from './walk.ts';

const walks = new WeakMap<Session, Walk>();

/** The walk through a session's run, once one has begun; without one the run stands between two steps. */
export const startedWalk = (session: Session): Walk | undefined => walks.get(session);

/** Begins a walk. */
export function startWalk(session: Session, walk: Walk): Walk {
  walks.set(session, walk);
  return walk;
}
