import { LabError } from '../state/labError.ts';
import { parseState } from '../state/parseState.ts';
import { open, problem } from '../store.ts';

/** Opens the state that a file holds, or says why not. */
export function openStateText(text: string, fileName: string): void {
  try {
    open(parseState(JSON.parse(text), 'file'));
  } catch (error) {
    const message = error instanceof LabError ? error.message : `${fileName} is no JSON file.`;
    problem.value = { part: 'file', message };
  }
}
