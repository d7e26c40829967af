import type { TrainerState } from '@chainrule/training';

/** How many places are remembered; then every second one is forgotten. */
const most = 256;

/** Places of a run to go back to. Steps in between are made again, to the same bits. */
export interface Timeline {
  /** Whether a place is to be remembered after so many steps. */
  isDue(step: number): boolean;
  remember(state: TrainerState): void;
  /** A place where parameters were written: the run takes another way from there, and what came after is forgotten. */
  turn(state: TrainerState): void;
  /** Where the run goes on after so many steps, if parameters were written there. */
  turnAt(step: number): TrainerState | undefined;
  /** The last remembered place at or before a step. */
  before(step: number): TrainerState;
}

export function timeline(start: TrainerState): Timeline {
  let spacing = 1;
  let places = [start];
  const turns = new Map<number, TrainerState>();
  return {
    isDue: (step) => step % spacing === 0 && step > (places.at(-1) as TrainerState).step,
    remember: (state) => {
      places.push(state);
      if (places.length <= most) return;
      spacing *= 2;
      places = places.filter(({ step }, i) => i === 0 || step % spacing === 0 || turns.has(step));
    },
    turn: (state) => {
      places = [...places.filter(({ step }) => step < state.step), state];
      for (const step of turns.keys()) if (step > state.step) turns.delete(step);
      turns.set(state.step, state);
    },
    turnAt: (step) => turns.get(step),
    before: (step) => places.findLast((place) => place.step <= step) ?? (places[0] as TrainerState),
  };
}
