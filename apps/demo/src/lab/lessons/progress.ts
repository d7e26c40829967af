import { signal } from '@preact/signals';

const storageKey = 'chainrule-lab-lessons';

/** How many tasks of each lesson are done, by its name. */
export const progress = signal<Readonly<Record<string, number>>>(saved());

/** Remembers how far a lesson is. */
export function setProgress(lesson: string, done: number): void {
  progress.value = { ...progress.value, [lesson]: done };
  try {
    localStorage.setItem(storageKey, JSON.stringify(progress.value));
  } catch {
    // storage may be full or forbidden: it is known until the page is closed
  }
}

function saved(): Record<string, number> {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, done]) => Number.isSafeInteger(done) && done >= 0));
  } catch {
    return {}; // damaged, or no storage
  }
}
