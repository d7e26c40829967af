import { effect, signal } from '@preact/signals';
import { frame, turn } from '../store.ts';
import type { Picture } from './picture.ts';

/** The picture that is on the screen. */
export const shownPicture = signal<Picture | undefined>(undefined);

effect(() => {
  const next = frame.value?.looks.picture;
  if (turn.value !== 'graph' || next === undefined || shownPicture.peek() === undefined) shownPicture.value = next;
});
