import { giveUp, networkText, networkTrouble, take, type } from './networkDraft.ts';

/** The network as text. */
export function NetworkField() {
  const trouble = networkTrouble.value;
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') giveUp();
    if (event.key !== 'Enter') return;
    event.preventDefault(); // the text has one line, however it is broken
    take();
  };
  return (
    <div class="sources-network">
      <label for="network-text">As text</label>
      <textarea
        id="network-text"
        rows={2}
        spellcheck={false}
        autocapitalize="off"
        maxLength={2000}
        value={networkText}
        aria-invalid={trouble !== undefined}
        aria-describedby={trouble === undefined ? undefined : 'network-trouble'}
        onInput={({ currentTarget }) => type(currentTarget.value.replaceAll('\n', ' '))}
        onBlur={take}
        onKeyDown={key}
      />
      {trouble !== undefined && (
        <div class="sources-trouble" id="network-trouble" role="alert">
          <p>{trouble}</p>
          <button type="button" onClick={giveUp}>
            Back to what runs
          </button>
        </div>
      )}
    </div>
  );
}
