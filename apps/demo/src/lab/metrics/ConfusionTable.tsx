import { percent } from './figureText.ts';
import type { Counts } from './results.ts';

const fewClasses = 5;

/** Counts and rates of classes and what they are taken for. */
export function ConfusionTable({ counts, classes }: { counts: Counts; classes: readonly string[] }) {
  const hasRates = classes.length <= fewClasses;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section class="metrics-scroll" aria-label="Confusion table" tabIndex={0}>
      <table class="metrics-confusion">
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={classes.length}>
              taken for
            </th>
            <td />
          </tr>
          <tr>
            <th scope="col">class</th>
            {classes.map((name) => (
              <th key={name} scope="col" class="number">
                {name}
              </th>
            ))}
            <th scope="col" class="number">
              right
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((row, actual) => {
            const sum = row.reduce((a, b) => a + b, 0);
            return (
              <tr key={classes[actual]}>
                <th scope="row">{classes[actual]}</th>
                {row.map((count, taken) => {
                  const rate = sum === 0 ? 0 : count / sum;
                  const tint = `color-mix(in srgb, var(${actual === taken ? '--good' : '--bad'}) ${Math.round(30 * rate)}%, transparent)`;
                  return (
                    <td key={classes[taken]} class="number" style={{ background: count === 0 ? '' : tint }}>
                      {count === 0 ? <span class="faint">0</span> : count}
                      {hasRates && sum > 0 && <small>{percent(rate)}</small>}
                    </td>
                  );
                })}
                <td class="number">{sum === 0 ? '–' : percent((row[actual] as number) / sum)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
