import { about, frame, state } from '../store.ts';
import type { About, Frame } from '../worker/protocol.ts';

let run: string | undefined;
let before: About | undefined;
let stale: Frame | undefined;

/** The last frame of the state that is set; undefined while what is shown is still of another. */
export function freshFrame(): Frame | undefined {
  const { data, model, training, weights } = state.value;
  const now = JSON.stringify([data, model, { ...training, pace: 0 }, weights]);
  if (now !== run) {
    if (run !== undefined) [before, stale] = [about.value, frame.value];
    run = now;
  }
  if (about.value === before) {
    stale = frame.value;
    return undefined;
  }
  return frame.value === stale ? undefined : frame.value;
}
