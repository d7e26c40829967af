import { short } from './figureText.ts';
import { pastLook } from './line.ts';
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
          {past.map(({ number, label, data, losses }) => (
            <li key={number}>
              {data === current?.data ? (
                <Swatch width={2} {...pastLook(number)} />
              ) : (
                <span class="metrics-swatch" title="Other data: not drawn" />
              )}
              <span>
                <b>Run {number}</b> {label}
              </span>
              <span class="number">{short(losses.at(-1)?.[1] ?? Number.NaN)}</span>
            </li>
          ))}
          {current !== undefined && (
            <li>
              <Swatch width={2} colour="--accent" dash={[]} />
              <span>
                <b>Now</b> {current.label}
              </span>
              <span class="number">
                {current.losses.length === 0 ? '–' : short(current.losses.at(-1)?.[1] as number)}
              </span>
            </li>
          )}
        </ol>
      )}
    </section>
  );
}
