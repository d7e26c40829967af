import { type Points, setPoints } from './editPoints.ts';

const most = 50;

/** The points as a table; the last ones first. */
export function PointsList({ points }: { points: Points }) {
  const last = points
    .map((point, at) => ({ point, at }))
    .slice(-most)
    .reverse();
  return (
    <details class="points-list">
      <summary>
        {points.length} {points.length === 1 ? 'point' : 'points'} as a table
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col" class="number">
              x
            </th>
            <th scope="col" class="number">
              y
            </th>
            <th scope="col">class</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {last.map(({ point: [x, y, label], at }) => (
            <tr key={at}>
              <td class="number">{x}</td>
              <td class="number">{y}</td>
              <td>{label}</td>
              <td>
                <button type="button" onClick={() => setPoints(points.toSpliced(at, 1), 'A point is removed.')}>
                  ×
                  <span class="unseen">
                    {' '}
                    Remove the point at {x}, {y}
                  </span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {points.length > most && <p class="faint">The last {most} are shown.</p>}
    </details>
  );
}
