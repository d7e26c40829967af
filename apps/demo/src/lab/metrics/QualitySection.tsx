import { about } from '../store.ts';
import { Chart } from './Chart.tsx';
import { percent, short } from './figureText.ts';
import { type Line, pastLook } from './line.ts';
import type { QualityPoint } from './newPoints.ts';
import { PointsTable } from './PointsTable.tsx';
import type { PastRun } from './runs.ts';
import { Swatches } from './Swatches.tsx';
import { shownRuns } from './shownRuns.ts';

/** How good the network was over the steps, beside what is trivial. */
export function QualitySection() {
  const { current, past } = shownRuns.value;
  if (current === undefined || about.value === undefined) return null;
  const { baseline, rows } = about.value;
  const { isError, qualities } = current;
  const shown = isError ? short : percent;
  const title = isError ? 'Error' : 'Right answers';
  const own = [
    ...(rows.test > 0 ? [line(qualities, 2, { label: 'Test', colour: '--plus', width: 2, dash: [] })] : []),
    line(qualities, 1, { label: 'Training', colour: '--minus', width: 1.5, dash: [6, 3] }),
  ];
  const trivial: Line = {
    label: isError ? 'Always the mean' : 'Always the largest class',
    xs: ends(qualities),
    ys: ends(qualities).map(() => baseline.test ?? baseline.training),
    colour: '--faint',
    width: 1.5,
    dash: [2, 4],
  };
  const ghosts = past.filter(({ data, isError: isSame }) => data === current.data && isSame === isError).map(ghost);
  const last = qualities.at(-1);
  return (
    <section class="metrics-section" aria-labelledby="quality-heading">
      <h3 id="quality-heading">
        {title} {isError && <span class="faint">root mean square, less is better</span>}
      </h3>
      {qualities.length < 2 && ghosts.length === 0 ? (
        <p class="metrics-empty">Press play: how good the network gets is drawn here.</p>
      ) : (
        <>
          <Chart
            lines={[...ghosts, trivial, ...own]}
            {...(isError ? {} : { range: [0, 1.02] as const })}
            height={150}
            shown={shown}
            about={
              last === undefined
                ? `${title}, no steps yet.`
                : `${title} after ${last[0]} steps: ${shown(last[1])} in training${last[2] === undefined ? '' : `, ${shown(last[2])} in the test`}.`
            }
          />
          <Swatches lines={[...own, trivial]} />
        </>
      )}
      <PointsTable title={title} lines={own} shown={shown} />
    </section>
  );
}

const line = (points: readonly QualityPoint[], at: 1 | 2, looks: Omit<Line, 'xs' | 'ys'>): Line => ({
  ...looks,
  xs: points.map(([step]) => step),
  ys: points.map((point) => point[at] ?? null),
});

/** A run before, in the test if it had one. */
const ghost = ({ number, qualities }: PastRun): Line =>
  line(qualities, qualities[0]?.[2] === undefined ? 1 : 2, {
    label: `Run ${number}`,
    width: 1.25,
    ...pastLook(number),
  });

function ends(points: readonly QualityPoint[]): number[] {
  const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 0];
  return first === last ? [first] : [first, last];
}
