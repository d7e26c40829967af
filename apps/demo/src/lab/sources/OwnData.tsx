import { state } from '../store.ts';
import { openTable } from './table/tableDraft.ts';

/** Data of one's own: a table, or points. */
export function OwnData() {
  const { kind } = state.value.data.source;
  return (
    <div class="sources-own">
      <button type="button" aria-pressed={kind === 'table'} aria-haspopup="dialog" onClick={() => openTable()}>
        {kind === 'table' ? 'Your table…' : 'Own table…'}
      </button>
      <button type="button" aria-pressed={kind === 'points'} onClick={() => kind !== 'points' && drawPoints()}>
        Draw points
      </button>
    </div>
  );
}

const drawPoints = async (): Promise<void> => (await import('./points/editPoints.ts')).beginPoints();
