import { effect, signal } from '@preact/signals';
import { frame, turn } from '../store.ts';
import { type Runs, withNewPoints } from './runs.ts';

/** The run that goes on and those before it, as the worker tells of them. */
export const shownRuns = signal<Runs>({ current: undefined, past: [] });

effect(() => {
  const points = frame.value?.looks.newPoints;
  if (points !== undefined) shownRuns.value = withNewPoints(shownRuns.peek(), points);
});

/** Those that charts draw. */
export const drawnRuns = signal<Runs>(shownRuns.peek());

effect(() => {
  const runs = shownRuns.value;
  if (turn.value !== 'graph') drawnRuns.value = runs;
});

/** Forgets the runs before. */
export function forgetPast(): void {
  shownRuns.value = { ...shownRuns.value, past: [] };
}
