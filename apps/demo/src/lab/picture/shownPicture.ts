import { computed } from '@preact/signals';
import { frame } from '../store.ts';

/** The picture that is on the screen. */
export const shownPicture = computed(() => frame.value?.looks.picture);
