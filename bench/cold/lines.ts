import { ordered } from '../harness/statistics.ts';
import { type Figures, runChild } from '../measure.ts';

const processes = 5;

/** The lines of a case, from several processes; adds to `verdicts` whether each bar is met. */
export function coldLines(
  name: string,
  file: string,
  atMost: Readonly<Record<string, number>>,
  verdicts: boolean[],
): string[] {
  const lines = [`${name}: medians of ${processes} processes (least … most)`];
  let runs: Figures[];
  try {
    runs = Array.from({ length: processes }, () => runChild(file, name));
  } catch (error) {
    for (const _ of Object.keys(atMost)) verdicts.push(false);
    const [why] = /\w*Error.*/.exec((error as Error).message) ?? ['no reason given'];
    return [...lines, `  failed: ${why}${demands(atMost)}`];
  }
  for (const figure of Object.keys(runs[0] as Figures)) {
    const sorted = ordered(runs.map((run) => run[figure] as number));
    const [least, median, most] = [sorted[0], sorted[processes >> 1], sorted[processes - 1]] as [
      number,
      number,
      number,
    ];
    const limit = atMost[figure];
    const met = limit === undefined || median <= limit;
    if (limit !== undefined) verdicts.push(met);
    const said = limit === undefined ? '' : `  ≤ ${limit}: ${met ? 'met' : 'MISSED'}`;
    lines.push(`  ${figure.padEnd(42)} ${text(median).padStart(9)}  (${text(least)} … ${text(most)})${said}`);
  }
  return lines;
}

const demands = (atMost: Readonly<Record<string, number>>): string =>
  Object.entries(atMost)
    .map(([figure, limit]) => `  ${figure} ≤ ${limit}: NOT MEASURED`)
    .join('');

const text = (figure: number): string => (figure >= 100 ? figure.toFixed(0) : figure.toPrecision(3));
