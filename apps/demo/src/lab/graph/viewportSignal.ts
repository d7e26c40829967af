import { signal } from '@preact/signals';
import { panned, type Viewport, zoomed } from './viewport.ts';

/** What part of the graph is on the screen. */
export const viewport = signal<Viewport>({ x: 0, y: 0, scale: 1 });
/** Whether that is all of it, until someone zooms or pans. */
export const isFitted = signal(true);

/** Larger or smaller around a point, counted from the middle. */
export function zoom(factor: number, x = 0, y = 0): void {
  isFitted.value = false;
  viewport.value = zoomed(viewport.value, factor, x, y);
}

/** Moves the picture by so many pixels. */
export function pan(x: number, y: number, from: Viewport = viewport.value): void {
  isFitted.value = false;
  viewport.value = panned(from, x, y);
}

/** All of it again. */
export function showAll(): void {
  isFitted.value = true;
}
