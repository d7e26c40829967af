import { signal } from '@preact/signals';
import type { Choices } from '../../data/table/choices.ts';
import { state } from '../../store.ts';

/** A table that is being made ready: its text, and what is chosen about it. */
export interface TableDraft {
  readonly csv: string;
  readonly choices: Choices;
}

const empty: TableDraft = { csv: '', choices: { target: '' } };

/** The draft stays when its dialog is closed: nothing that was pasted is lost. */
export const tableDraft = signal<TableDraft>(empty);

export const isTableOpen = signal(false);

/** Opens the dialog for a table; without one, for that in use or the last draft. */
export function openTable(draft?: TableDraft): void {
  tableDraft.value = draft ?? tableInUse() ?? tableDraft.value;
  isTableOpen.value = true;
}

function tableInUse(): TableDraft | undefined {
  const { source } = state.value.data;
  if (source.kind !== 'table') return undefined;
  const { kind, csv, ...choices } = source;
  return { csv, choices };
}
