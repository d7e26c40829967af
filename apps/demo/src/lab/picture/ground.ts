import { computed, signal } from '@preact/signals';
import { state } from '../store.ts';
import type { Ground } from './shade.ts';

const query = matchMedia('(prefers-color-scheme: dark)');
const isDark = signal(query.matches);
query.addEventListener('change', ({ matches }) => {
  isDark.value = matches;
});

/** Whether the page is light or dark, for what is drawn on a canvas. */
export const ground = computed<Ground>(() => {
  const { theme } = state.value.view;
  if (theme !== 'auto') return theme;
  return isDark.value ? 'dark' : 'light';
});
