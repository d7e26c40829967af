import { decodeText } from '../../data/table/decodeText.ts';
import { openStateText } from '../../page/openStateText.ts';
import { problem } from '../../store.ts';
import { openTable } from './tableDraft.ts';

/** A state with its weights is at most about as large. */
const largest = 8_000_000;

/** Opens what a file holds: a saved state at once, a table in its dialog. */
export async function takeFile(file: File): Promise<void> {
  if (file.size > largest) {
    const message = `${file.name} has ${(file.size / 1e6).toFixed(1)} MB, the Lab takes tables of 2 MB and states of 8 MB.`;
    problem.value = { part: 'file', message };
    return;
  }
  const text = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (file.name.endsWith('.json') || text.trimStart().startsWith('{')) await openStateText(text, file.name);
  else openTable({ csv: text, choices: { target: '' } });
}
