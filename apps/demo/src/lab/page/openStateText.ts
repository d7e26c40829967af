import { LabError } from '../state/labError.ts';
import { open, problem } from '../store.ts';

/** Opens the state that a file holds, or says why not. */
export async function openStateText(text: string, fileName: string): Promise<void> {
  const { parseState } = await import('../state/parseState.ts');
  try {
    open(parseState(JSON.parse(text), 'file'));
  } catch (error) {
    const message = error instanceof LabError ? error.message : `${fileName} is no JSON file.`;
    problem.value = { part: 'file', message };
  }
}
