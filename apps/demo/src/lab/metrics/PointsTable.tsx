import { useState } from 'preact/hooks';
import { short } from './figureText.ts';
import { grouped } from './grouped.ts';
import type { Line } from './line.ts';
import { everyNth } from './runs.ts';

const most = 12;

interface Shown {
  readonly lines: readonly Line[];
  /** How a value is written. */
  readonly shown?: (value: number) => string;
}

/** A chart as a table of some of its points, once it is opened. */
export function PointsTable({ title, ...rest }: Shown & { title: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="metrics-table" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{title} as a table</summary>
      {isOpen && <Points {...rest} />}
    </details>
  );
}

function Points({ lines, shown = short }: Shown) {
  const [{ xs } = { xs: [] }] = lines;
  const places = everyNth([...xs.keys()], most);
  if (places.length === 0) return <p class="faint">No steps yet.</p>;
  return (
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
        {places.map((place) => (
          <tr key={place}>
            <th scope="row" class="number">
              {grouped(xs[place] as number)}
            </th>
            {lines.map(({ label, ys }) => (
              <td key={label} class="number">
                {typeof ys[place] === 'number' ? shown(ys[place]) : '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
