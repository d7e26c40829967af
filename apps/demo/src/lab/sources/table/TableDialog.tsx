import { useEffect, useRef } from 'preact/hooks';
import { state } from '../../store.ts';
import { withSource } from '../nextState.ts';
import { openWithNotice } from '../notice.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { DraftVerdict } from './DraftVerdict.tsx';
import { isTableOpen, tableDraft } from './tableDraft.ts';
import { takeFile } from './takeFile.ts';
import { useReading } from './useReading.ts';
import './table.css';

const example = 'length, width, kind\n5.1, 3.5, setosa\n7.0, 3.2, versicolor\n…';

/** A table of one's own: pasted, dropped or chosen, with what its columns are for. */
export default function TableDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const { csv, choices } = tableDraft.value;
  const { reading, isCurrent } = useReading(tableDraft.value);
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    text.current?.focus();
  }, []);
  /** Opens the state with the table as it is written now. */
  const use = (): void => {
    if (reading?.table === undefined) return;
    const before = state.value;
    const { state: next, changes } = withSource(before, { kind: 'table', csv, ...choices }, reading.table);
    dialog.current?.close(); // the focus goes back to where it was
    openWithNotice(next, changes.length === 0 ? undefined : { message: changes.join(' '), before });
  };
  return (
    <dialog
      ref={dialog}
      class="table-dialog"
      aria-labelledby="table-heading"
      onClose={() => {
        isTableOpen.value = false;
      }}
    >
      <form method="dialog">
        <header>
          <h2 id="table-heading">Your own table</h2>
          <FileButton />
        </header>
        <label for="table-csv">Rows with commas, semicolons or tabs between cells, and a heading above</label>
        <textarea
          id="table-csv"
          ref={text}
          rows={8}
          spellcheck={false}
          placeholder={example}
          value={csv}
          onInput={({ currentTarget }) => {
            tableDraft.value = { ...tableDraft.value, csv: currentTarget.value };
          }}
        />
        {reading !== undefined && reading.columns.length > 0 && (
          <ColumnsTable
            columns={reading.columns}
            choices={choices}
            onChange={(next) => {
              tableDraft.value = { ...tableDraft.value, choices: next };
            }}
          />
        )}
        <DraftVerdict reading={reading} />
        <footer>
          <button type="submit">Cancel</button>
          <button type="button" class="primary" disabled={!isCurrent || reading?.table === undefined} onClick={use}>
            Use this table
          </button>
        </footer>
      </form>
    </dialog>
  );
}

function FileButton() {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => picker.current?.click()}>
        Choose a file…
      </button>
      <input
        ref={picker}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        class="unseen"
        tabIndex={-1}
        aria-label="Choose a table"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file !== undefined) takeFile(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
