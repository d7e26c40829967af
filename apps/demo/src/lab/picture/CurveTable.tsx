import { centre } from './grid.ts';
import type { Curve } from './picture.ts';
import { shortNumber } from './shortNumber.ts';

const rows = 11;

/** Some places of a curve as numbers. */
export function CurveTable({
  curve: { x, outputs },
  name,
  outputs: titles,
}: {
  curve: Curve;
  name: string;
  outputs: readonly string[];
}) {
  const count = outputs[0]?.length ?? 0;
  return (
    <table>
      <caption class="unseen">What is predicted</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {name}
          </th>
          {titles.map((title) => (
            <th key={title} scope="col" class="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_, i) => {
          const at = Math.min(count - 1, Math.round((i * (count - 1)) / (rows - 1)));
          return (
            <tr key={i}>
              <th scope="row" class="number">
                {shortNumber(centre(x, count, at))}
              </th>
              {outputs.map((values, k) => (
                <td key={titles[k]} class="number">
                  {shortNumber(values[at] as number)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
