import { snapshot } from '../store.ts';
import { download } from './download.ts';

/** Saves the state with its weights as a file. */
export function SaveFile() {
  const save = async (): Promise<void> =>
    download('network.chainrule.json', 'application/json', JSON.stringify(await snapshot(), null, 1));
  return (
    <button type="button" onClick={save}>
      Save
    </button>
  );
}
