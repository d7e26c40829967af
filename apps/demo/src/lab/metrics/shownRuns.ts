import { effect, signal } from '@preact/signals';
import { frame } from '../store.ts';
import { type Runs, withNewPoints } from './runs.ts';

/** The run that goes on and those before it, as the worker tells of them. */
export const shownRuns = signal<Runs>({ current: undefined, past: [] });

effect(() => {
  const points = frame.value?.looks.newPoints;
  if (points !== undefined) shownRuns.value = withNewPoints(shownRuns.peek(), points);
});

/** Forgets the runs before. */
export function forgetPast(): void {
  shownRuns.value = { ...shownRuns.value, past: [] };
}
