import { open } from '../store.ts';
import { dismissNotice, notice } from './notice.ts';

/** What was changed along with the data, with a way back. */
export default function NoticeLine() {
  if (notice.value === undefined) return null;
  const { message, before, other } = notice.value;
  return (
    <div class="sources-notice">
      <p>{message}</p>
      <div class="sources-buttons">
        {other !== undefined && (
          <button type="button" onClick={() => open(other.state)}>
            {other.label}
          </button>
        )}
        <button type="button" onClick={() => open(before)}>
          Undo
        </button>
        <button type="button" onClick={dismissNotice}>
          Fine
        </button>
      </div>
    </div>
  );
}
