import { percent, short } from './figureText.ts';
import { pastLook } from './line.ts';
import type { Run } from './runs.ts';
import { Swatch } from './Swatches.tsx';
import { forgetPast, shownRuns } from './shownRuns.ts';

/** The runs before, which are drawn behind this one. */
export function PastRuns() {
  const { current, past } = shownRuns.value;
  return (
    <section class="metrics-section" aria-labelledby="past-heading">
      <h3 id="past-heading">
        Runs before
        {past.length > 0 && (
          <button type="button" onClick={forgetPast}>
            Clear<span class="unseen"> the runs before</span>
          </button>
        )}
      </h3>
      {past.length === 0 ? (
        <p class="faint">
          A run that is reset or changed stays here as a curve, to compare with. The last ten are kept.
        </p>
      ) : (
        <ol class="metrics-past">
          {past.map(({ number, label, data, ...rest }) => (
            <li key={number}>
              {data === current?.data ? (
                <Swatch width={2} {...pastLook(number)} />
              ) : (
                <span class="metrics-swatch" title="Other data: not drawn" />
              )}
              <span>
                <b>Run {number}</b> {label}
              </span>
              <Ends {...rest} />
            </li>
          ))}
          {current !== undefined && (
            <li>
              <Swatch width={2} colour="--accent" dash={[]} />
              <span>
                <b>Now</b> {current.label}
              </span>
              <Ends {...current} />
            </li>
          )}
        </ol>
      )}
    </section>
  );
}

/** The loss and the quality that a run came to. */
function Ends({ losses, qualities, isError }: Pick<Run, 'losses' | 'qualities' | 'isError'>) {
  const loss = losses.at(-1)?.[1];
  const [, training, test] = qualities.at(-1) ?? [];
  const quality = test ?? training;
  return (
    <span class="metrics-ends">
      <span title="Loss">{loss === undefined ? '–' : short(loss)}</span>
      {quality !== undefined && <span title="Test">{isError ? `off by ${short(quality)}` : percent(quality)}</span>}
    </span>
  );
}
