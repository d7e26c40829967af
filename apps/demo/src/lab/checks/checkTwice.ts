import { openSession, type Session } from '../run/session.ts';
import { fingerprint } from './fingerprint.ts';

const steps = 200;

/** Two runs from the same state. */
export interface TwiceFinding {
  readonly steps: number;
  /** Of the weights after these steps, for each run. */
  readonly fingerprints: readonly [string, string];
}

/** Trains the open state twice from its beginning, beside the run that is shown, and compares the bits of all weights. */
export async function checkTwice({ state }: Session): Promise<TwiceFinding> {
  const train = async (): Promise<string> => {
    const session = await openSession(state);
    (await session.runner()).advance(steps);
    return fingerprint(session.weights());
  };
  return { steps, fingerprints: [await train(), await train()] };
}
