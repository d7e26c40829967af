import { short } from './figureText.ts';
import type { Results } from './results.ts';

const rows = [
  ['rootMeanSquare', 'Root mean square'],
  ['meanAbsolute', 'Mean absolute'],
  ['rSquared', 'R², the share explained'],
] as const;

/** How far numbers are off. */
export function ErrorsTable({ results: { training, test, mean } }: { results: Extract<Results, { kind: 'numbers' }> }) {
  return (
    <table class="metrics-errors">
      <thead>
        <tr>
          <td />
          <th scope="col" class="number">
            Training
          </th>
          {test !== undefined && (
            <th scope="col" class="number">
              Test
            </th>
          )}
          <th scope="col" class="number">
            Always the mean
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, title]) => (
          <tr key={name}>
            <th scope="row">{title}</th>
            <td class="number">{short(training[name])}</td>
            {test !== undefined && <td class="number">{short(test[name])}</td>}
            <td class="number">{short(mean[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
