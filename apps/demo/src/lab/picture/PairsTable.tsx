import type { Pairs } from './picture.ts';
import { shortNumber } from './shortNumber.ts';

const listed = 12;

/** The first of some true and predicted numbers. */
export function PairsTable({ pairs }: { pairs: Pairs }) {
  return (
    <table>
      <caption class="unseen">The first rows, true and predicted</caption>
      <thead>
        <tr>
          <th scope="col">row</th>
          <th scope="col" class="number">
            true
          </th>
          <th scope="col" class="number">
            predicted
          </th>
        </tr>
      </thead>
      <tbody>
        {Array.from(pairs.actual.subarray(0, listed), (actual, i) => (
          <tr key={i}>
            <th scope="row">{i + 1}</th>
            <td class="number">{shortNumber(actual)}</td>
            <td class="number">{shortNumber(pairs.predicted[i] as number)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
