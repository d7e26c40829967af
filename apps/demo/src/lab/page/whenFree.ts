import { frame } from '../store.ts';

/** Frames of the screen begin within so many milliseconds where the machine has time. */
const prompt = 2;

/** So many frames are waited for at most. */
const patience = 20;

/**
 * Does something in a frame of the screen that has nothing of the run to draw and begins in time, as the one before did; gives back
 * what calls it off.
 */
export function whenFree(act: () => void): () => void {
  let before: unknown; // what was shown in the frame of the screen before, if that began in time
  let waited = 0;
  const look = (due: number): void => {
    const isPrompt = performance.now() - due < prompt;
    const now = isPrompt ? frame.peek() : undefined;
    if ((now !== undefined && now === before) || waited++ > patience) act();
    else {
      before = now;
      handle = requestAnimationFrame(look);
    }
  };
  let handle = requestAnimationFrame(look);
  return () => cancelAnimationFrame(handle);
}
