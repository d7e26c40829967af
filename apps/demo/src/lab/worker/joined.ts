import type { Frame } from './protocol.ts';

/** What is on the screen after a frame: where it is of a part of the page, the rest stays as it was. */
export const joined = (before: Frame | undefined, next: Frame): Frame =>
  next.isPart ? { ...next, looks: { ...before?.looks, ...next.looks } } : next;
