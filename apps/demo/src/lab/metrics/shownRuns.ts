import { computed, effect, signal } from '@preact/signals';
import { frame } from '../store.ts';
import { type Runs, withNewPoints } from './runs.ts';

/** The run that goes on and those before it, as the worker tells of them. */
export const shownRuns = signal<Runs>({ current: undefined, past: [] });

const newPoints = computed(() => frame.value?.looks.newPoints);

effect(() => {
  const points = newPoints.value;
  if (points !== undefined) shownRuns.value = withNewPoints(shownRuns.peek(), points);
});

/** Forgets the runs before. */
export function forgetPast(): void {
  shownRuns.value = { ...shownRuns.value, past: [] };
}
