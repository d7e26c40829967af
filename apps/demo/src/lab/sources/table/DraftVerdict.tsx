import type { DraftReading } from '../../data/table/readDraft.ts';
import { grouped } from '../../metrics/grouped.ts';

/** Whether a table can be used, and if not, why. */
export function DraftVerdict({ reading }: { reading: DraftReading | undefined }) {
  if (reading === undefined)
    return (
      <p class="faint">
        Paste a table here, choose a file, or drop one anywhere on the page. It stays on this machine.
      </p>
    );
  return (
    <div class="table-verdict" role="status">
      {reading.table === undefined ? (
        <ul>
          {reading.troubles.map((trouble) => (
            <li key={trouble}>{trouble}</li>
          ))}
        </ul>
      ) : (
        <p>{summary(reading.table)}</p>
      )}
    </div>
  );
}

function summary({ count, features, classes, targetName }: NonNullable<DraftReading['table']>): string {
  const inputs = `${features.length} ${features.length === 1 ? 'input' : 'inputs'}`;
  const given = `${grouped(count)} rows of ${inputs}`;
  return classes.length === 0
    ? `${given}, and a number to predict: ${targetName}.`
    : `${given}, and ${classes.length} classes of ${targetName}: ${classes.slice(0, 5).join(', ')}${classes.length > 5 ? ', …' : ''}.`;
}
