import { short } from './figureText.ts';
import type { Line } from './line.ts';
import { everyNth } from './runs.ts';

const most = 12;

/** A chart as a table of some of its points. */
export function PointsTable({
  title,
  lines,
  shown = short,
}: {
  title: string;
  lines: readonly Line[];
  shown?: (value: number) => string;
}) {
  const [{ xs } = { xs: [] }] = lines;
  const rows = everyNth(
    Array.from(xs, (_, i) => i),
    most,
  );
  return (
    <details class="metrics-table">
      <summary>{title} as a table</summary>
      {rows.length === 0 ? (
        <p class="faint">No steps yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col" class="number">
                Step
              </th>
              {lines.map(({ label }) => (
                <th key={label} scope="col" class="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row" class="number">
                  {(xs[row] as number).toLocaleString('en')}
                </th>
                {lines.map(({ label, ys }) => (
                  <td key={label} class="number">
                    {typeof ys[row] === 'number' ? shown(ys[row]) : '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
