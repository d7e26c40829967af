import type { Choices } from '../../data/table/choices.ts';
import { readDraft } from '../../data/table/readDraft.ts';

/** A draft to read, and which one it is. */
export interface DraftRequest {
  readonly id: number;
  readonly csv: string;
  readonly choices: Choices;
}

self.addEventListener('message', ({ data: { id, csv, choices } }: MessageEvent<DraftRequest>) => {
  self.postMessage({ id, reading: readDraft(csv, choices) });
});
