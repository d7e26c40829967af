import { useRef } from 'preact/hooks';
import { LabError } from '../state/labError.ts';
import { parseState } from '../state/parseState.ts';
import { open, problem } from '../store.ts';

/** Opens a saved state. */
export function OpenFile() {
  const picker = useRef<HTMLInputElement>(null);
  const read = async ({ currentTarget }: { currentTarget: HTMLInputElement }): Promise<void> => {
    const [file] = currentTarget.files ?? [];
    currentTarget.value = '';
    if (file === undefined) return;
    try {
      open(parseState(JSON.parse(await file.text()), 'file'));
    } catch (error) {
      const message = error instanceof LabError ? error.message : `${file.name} is no JSON file.`;
      problem.value = { part: 'file', message };
    }
  };
  return (
    <>
      <button type="button" onClick={() => picker.current?.click()}>
        Open
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        class="unseen"
        tabIndex={-1}
        aria-label="Open a saved state"
        onChange={read}
      />
    </>
  );
}
