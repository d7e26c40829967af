import { signal } from '@preact/signals';
import type { Viewport } from './viewport.ts';

/** What part of the graph is on the screen. */
export const viewport = signal<Viewport>({ x: 0, y: 0, scale: 1 });
/** Whether that is all of it, until someone zooms or pans. */
export const isFitted = signal(true);
