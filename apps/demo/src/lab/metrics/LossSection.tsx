import { look, state } from '../store.ts';
import { Chart } from './Chart.tsx';
import { short } from './figureText.ts';
import { type Line, pastLook } from './line.ts';
import type { LossPoint } from './newPoints.ts';
import { PointsTable } from './PointsTable.tsx';
import { Swatches } from './Swatches.tsx';
import { shownRuns } from './shownRuns.ts';
import { smooth } from './smooth.ts';

/** The loss over the steps, with those of the runs before. */
export function LossSection() {
  const { smoothing = 0, logarithmic = false } = state.value.view;
  const { current, past } = shownRuns.value;
  const losses = current?.losses ?? [];
  const line = (points: readonly LossPoint[], weight: number, looks: Omit<Line, 'xs' | 'ys'>): Line => ({
    ...looks,
    xs: points.map(([step]) => step),
    ys: smooth(
      points.map(([, loss]) => loss),
      weight,
    ).map((loss) => (Number.isFinite(loss) && (!logarithmic || loss > 0) ? loss : null)),
  });
  const own = [
    line(losses, 0, {
      label: 'Loss',
      colour: '--accent',
      width: smoothing > 0 ? 1 : 1.5,
      dash: [],
      isFaint: smoothing > 0,
    }),
    ...(smoothing > 0 ? [line(losses, smoothing, { label: 'Smoothed', colour: '--accent', width: 2, dash: [] })] : []),
  ];
  const ghosts = past
    .filter(({ data }) => data === current?.data)
    .map(({ number, losses: points }) =>
      line(points, smoothing, {
        label: `Run ${number}`,
        width: 1.25,
        ...pastLook(number),
      }),
    );
  const [first, last] = [losses[0], losses.at(-1)];
  return (
    <section class="metrics-section" aria-labelledby="loss-heading">
      <h3 id="loss-heading">Loss</h3>
      <div class="metrics-controls">
        <label>
          Smoothing{' '}
          <input
            type="range"
            min="0"
            max="0.999"
            step="0.001"
            value={smoothing}
            onInput={({ currentTarget }) => look({ smoothing: Number(currentTarget.value) })}
          />{' '}
          <output class="number">{smoothing.toFixed(3)}</output>
        </label>
        <label>
          <input
            type="checkbox"
            checked={logarithmic}
            onChange={({ currentTarget }) => look({ logarithmic: currentTarget.checked })}
          />{' '}
          Logarithmic
        </label>
      </div>
      {losses.length === 0 && ghosts.length === 0 ? (
        <p class="metrics-empty">Press play: the loss of each step is drawn here.</p>
      ) : (
        <Chart
          lines={[...ghosts, ...own]}
          isLogarithmic={logarithmic}
          shown={short}
          about={
            first === undefined || last === undefined
              ? 'The loss of runs before.'
              : `The loss from ${short(first[1])} at step ${first[0]} to ${short(last[1])} at step ${last[0]}.`
          }
        />
      )}
      {smoothing > 0 && losses.length > 0 && <Swatches lines={own} />}
      <PointsTable title="Loss" lines={own} />
    </section>
  );
}
