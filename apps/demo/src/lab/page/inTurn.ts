/** Frames of the screen begin within so many milliseconds where the machine has time. */
const prompt = 2;

/** So long after a frame that did not, the machine has none, in milliseconds. */
const recovery = 50;

/** So many frames are waited for at most. */
const patience = 20;

const waiting = new Set<() => void>();
let isLooking = false;
let lastLate = Number.NEGATIVE_INFINITY;
let waited = 0;

/**
 * Does something in a frame of the screen that has nothing else of the kind to do, when frames begin in time: while a run plays, what
 * it changes is drawn by turns. Gives back what calls it off.
 */
export function inTurn(act: () => void): () => void {
  const turn = (): void => act();
  waiting.add(turn);
  watch();
  return () => waiting.delete(turn);
}

function watch(): void {
  if (isLooking || waiting.size === 0) return;
  isLooking = true;
  requestAnimationFrame(look);
}

function look(due: number): void {
  isLooking = false;
  if (performance.now() - due > prompt) lastLate = due;
  const [first] = waiting;
  if (first !== undefined && (due - lastLate > recovery || waited++ >= patience)) {
    waited = 0;
    waiting.delete(first);
    first();
  }
  watch();
}
