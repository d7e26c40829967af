import { signal } from '@preact/signals';
import type { LabState } from '../state/labState.ts';
import { milestone, open } from '../store.ts';

/** What was changed along with the data, and ways out of it. */
export interface Notice {
  readonly message: string;
  readonly before: LabState;
  /** Another way to have it. */
  readonly other?: { readonly label: string; readonly state: LabState };
}

export const notice = signal<Notice | undefined>(undefined);

/** Opens a state, and says what it brought along. */
export function openWithNotice(next: LabState, say: Notice | undefined): void {
  open(next);
  notice.value = say;
  if (say !== undefined) milestone.value = say.message;
}

/** Leaves what was brought along for another state. */
export function leave(state: LabState): void {
  notice.value = undefined;
  open(state);
}
