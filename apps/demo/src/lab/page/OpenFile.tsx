import { useRef } from 'preact/hooks';

/** Opens a saved state, or a table. */
export function OpenFile() {
  const picker = useRef<HTMLInputElement>(null);
  const read = async ({ currentTarget }: { currentTarget: HTMLInputElement }): Promise<void> => {
    const [file] = currentTarget.files ?? [];
    currentTarget.value = '';
    if (file !== undefined) await (await import('../sources/table/takeFile.ts')).takeFile(file);
  };
  return (
    <>
      <button type="button" onClick={() => picker.current?.click()}>
        Open
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,.csv,.tsv,.txt,application/json,text/csv"
        class="unseen"
        tabIndex={-1}
        aria-label="Open a saved state or a table"
        onChange={read}
      />
    </>
  );
}
