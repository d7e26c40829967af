import { computed, effect, signal } from '@preact/signals';
import { about, frame, problem } from '../store.ts';
import type { Drawing, Outline } from './drawing.ts';

/** What the worker drew last, and what it is about. */
export const drawing = signal<Drawing | undefined>(undefined);
export const outline = signal<Outline | undefined>(undefined);
/** The key that the keyboard is at, while it is in the graph. */
export const focused = signal<string | undefined>(undefined);

const graph = computed(() => frame.value?.looks.graph);

effect(() => {
  if (graph.value?.outline !== undefined) outline.value = graph.value.outline;
  if (graph.value?.drawing !== undefined) drawing.value = graph.value.drawing;
});

effect(() => {
  const part = problem.value?.part;
  if (part !== 'network' && part !== 'data') return;
  drawing.value = undefined; // there is no network until another state is opened
  outline.value = undefined;
});

/** The numbers of the nodes, as long as they are of the outline that is shown. */
export const numbers = computed(() => {
  const { values, gradients, reached } = graph.value ?? {};
  return values === undefined || gradients === undefined ? undefined : { values, gradients, reached };
});
export const current = computed(() => graph.value?.current);
export const shownRow = computed(() => graph.value?.row ?? 0);

/** What weights were before they were changed by hand, since the run made its last step. */
export const trained = signal<ReadonlyMap<number, number>>(new Map());
const place = computed(() => `${frame.value?.clock.step ?? 0}`);
effect(() => {
  about.value;
  place.value;
  trained.value = new Map();
});
