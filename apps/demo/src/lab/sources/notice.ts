import { computed, signal } from '@preact/signals';
import type { LabState } from '../state/labState.ts';
import { milestone, open, state } from '../store.ts';

/** What was changed along with the data, and ways out of it. */
export interface Notice {
  readonly message: string;
  readonly before: LabState;
  /** Another way to have it. */
  readonly other?: { readonly label: string; readonly state: LabState };
}

const said = signal<{ readonly notice: Notice; readonly of: LabState } | undefined>(undefined);

/** What is to be said of the state, until something else in it is changed. */
export const notice = computed(() => {
  const { data, model, training } = state.value;
  const of = said.value?.of;
  return of?.data === data && of.model === model && of.training === training ? said.value?.notice : undefined;
});

export function dismissNotice(): void {
  said.value = undefined;
}

/** Opens a state, and says what it brought along. */
export function openWithNotice(next: LabState, say: Notice | undefined): void {
  open(next);
  said.value = say && { notice: say, of: next };
  if (say !== undefined) milestone.value = say.message;
}
