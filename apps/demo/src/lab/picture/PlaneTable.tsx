import { centre, type Grid } from './grid.ts';
import { percent, shortNumber } from './shortNumber.ts';

/** How many rows and columns the table has. */
const size = 5;

/** Some of the predictions over a plane, as numbers. */
export default function PlaneTable({
  grid,
  names,
  classes,
}: {
  grid: Grid;
  names: readonly string[];
  classes: readonly string[];
}) {
  const { columns, rows, x, y, values, scale } = grid;
  const cell = (count: number, i: number): number => Math.floor((count * (i + 0.5)) / size);
  const places = Array.from({ length: size }, (_, i) => i);
  const text = (at: number): string => {
    const value = values[at] as number;
    const which = grid.classes?.[at];
    if (which !== undefined)
      return `${classes[which]}, ${percent(1 / classes.length + value * (1 - 1 / classes.length))}`;
    return shortNumber(scale === undefined ? value : scale[0] + value * (scale[1] - scale[0]));
  };
  return (
    <table>
      <caption class="unseen">What is predicted</caption>
      <thead>
        <tr>
          <th scope="col">
            {names[1]} ↓ {names[0]} →
          </th>
          {places.map((i) => (
            <th key={i} scope="col" class="number">
              {shortNumber(centre(x, columns, cell(columns, i)))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places.map((row) => (
          <tr key={row}>
            <th scope="row" class="number">
              {shortNumber(centre(y, rows, rows - 1 - cell(rows, row)))}
            </th>
            {places.map((column) => (
              <td key={column} class="number">
                {text(cell(rows, row) * columns + cell(columns, column))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
