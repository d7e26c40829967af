import { batch, computed, effect, signal } from '@preact/signals';
import { about, frame, problem } from '../store.ts';
import { areSame } from './areSame.ts';
import type { Drawing, Outline } from './drawing.ts';
import { drawingFrom } from './drawingFrom.ts';
import type { GraphLook } from './graphLook.ts';
import { outlineFrom } from './outlineFrom.ts';
import type { Shown } from './scene.ts';

/** What the worker drew last, and what it is about. */
export const drawing = signal<Drawing | undefined>(undefined);
export const outline = signal<Outline | undefined>(undefined);
/** The key that the keyboard is at, while it is in the graph. */
export const focused = signal<string | undefined>(undefined);

const graph = computed(() => frame.value?.looks.graph);

/** What the worker has sent of the network that is open; names come last. */
let sent: Pick<GraphLook, 'outline' | 'names' | 'drawing'> = {};
effect(() => {
  const { outline: outlined, names, drawing: drawn } = graph.value ?? {};
  if (outlined === undefined && names === undefined && drawn === undefined) return;
  sent = {
    ...(outlined === undefined && sent),
    ...(outlined && { outline: outlined }),
    ...(names && { names }),
    ...(drawn && { drawing: drawn }),
  };
  const all = sent;
  if (all.outline === undefined || all.drawing === undefined) return;
  const its = outlineFrom(all.outline, all.names);
  const shown = drawingFrom(all.drawing, its);
  batch(() => {
    outline.value = its;
    drawing.value = shown;
  });
});

effect(() => {
  const part = problem.value?.part;
  if (part !== 'network' && part !== 'data') return;
  drawing.value = undefined; // there is no network until another state is opened
  outline.value = undefined;
});

let last: Shown | undefined;
/** The numbers of the nodes, as long as they are of the outline that is shown; the same object while they are the same. */
export const numbers = computed(() => {
  const { values, gradients, reached } = graph.value ?? {};
  const now = values === undefined || gradients === undefined ? undefined : { values, gradients, reached };
  if (now === undefined || last === undefined || !areSame(last, now)) last = now;
  return last;
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
