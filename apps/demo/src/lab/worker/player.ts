import type { Session } from '../run/session.ts';

/** How long steps are made before requests are listened to again, in milliseconds. */
const slice = 12;

/** A run that plays. */
export interface Player {
  /** Steps a second; 0 for as many as the machine makes. */
  readonly pace: number;
  /** Samples a second since it began to play. */
  speed(): number;
  /** Makes steps for a short time, as many as the pace allows, and tells whether there were any. */
  advance(session: Session): Promise<boolean>;
}

export function player(pace: number): Player {
  const since = performance.now();
  let made = 0;
  let samples = 0;
  const isAllowed = (): boolean => pace === 0 || made < ((performance.now() - since) * pace) / 1000;
  return {
    pace,
    speed: () => (1000 * samples) / Math.max(performance.now() - since, 1),
    advance: async (session) => {
      const run = await session.runner();
      const { training } = session.state;
      const size = Math.min(training.batch, session.data.training.count);
      const before = made;
      const end = performance.now() + slice;
      while (performance.now() < end && isAllowed()) {
        run.advance(1);
        made++;
        samples += size;
      }
      return made > before;
    },
  };
}
