import type { Bar, Work } from '../works/work.ts';
import type { Measured } from './rounds.ts';
import { quartiles, ratio } from './statistics.ts';

/** Those that others are compared with, and the heads of their columns. */
const baselines = ['objects', 'interpreter', 'tfjs wasm', 'tfjs cpu', 'C'] as const;
const widths = [28, 10, 19, 9, 9, 9, 9, 9, 7] as const;

const line = (cells: readonly string[], verdict: string): string =>
  `${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[i] as number))).join(' ')}  ${verdict}`.trimEnd();

export const head: string = line(
  ['', 'median', 'quartiles', ...baselines.map((name) => `× ${name}`), 'of peak'],
  'must reach',
);

/** The lines of a work; adds to `verdicts` whether each bar is met. */
export function linesOf(
  { name, timed, unit, flops, bars }: Work,
  { times, absent, notes }: Measured,
  verdicts: boolean[],
): string[] {
  const lines = [`${name}: time per ${unit}: ${timed}`];
  for (const [contender, list] of Object.entries(times)) {
    const [low, median, high] = quartiles(list);
    if (contender.startsWith('peak')) {
      lines.push(line([`  ${contender}`, `${(1 / median).toFixed(1)} GFLOP/s`], ''));
      continue;
    }
    const ratios = baselines.map((baseline) => {
      const base = times[baseline];
      return base === undefined || baseline === contender ? '' : number(ratio(base, list));
    });
    const share = shareOfPeak(contender, list, times, flops);
    const said = bars.filter((bar) => bar.of === contender).map((bar) => judge(bar, times, share, verdicts));
    lines.push(
      line(
        [`  ${contender} ${notes[contender]}`, time(median), `${time(low)} … ${time(high)}`, ...ratios, percent(share)],
        said.join(', '),
      ),
    );
  }
  for (const [contender, why] of Object.entries(absent)) {
    const said = bars.filter((bar) => bar.of === contender).map((bar) => `${demand(bar)}: NOT MEASURED`);
    for (const _ of said) verdicts.push(false);
    lines.push(`  ${contender.padEnd(26)} left out: ${why.split('\n')[0]} ${said.join(', ')}`.trimEnd());
  }
  return lines;
}

/** Of the fused multiply-add peak of the same precision, which the rivals' numbers are not held against. */
function shareOfPeak(
  contender: string,
  list: readonly number[],
  times: Measured['times'],
  flops: number | undefined,
): number | undefined {
  const precision = /f32|f64/.exec(contender)?.[0];
  const peak = times[`peak ${precision} fused`] ?? times[`peak ${precision}`];
  return flops === undefined || peak === undefined ? undefined : flops * ratio(peak, list);
}

function judge(bar: Bar, times: Measured['times'], share: number | undefined, verdicts: boolean[]): string {
  const list = times[bar.of] as readonly number[];
  const base = bar.against === undefined ? undefined : times[bar.against];
  if ((bar.against !== undefined && base === undefined) || (bar.share !== undefined && share === undefined))
    return `${demand(bar)}: nothing to compare with`;
  const met =
    base !== undefined
      ? ratio(base, list) >= (bar.times as number)
      : bar.share !== undefined
        ? (share as number) >= bar.share
        : quartiles(list)[1] <= (bar.nanoseconds as number);
  verdicts.push(met);
  return `${demand(bar)}: ${met ? 'met' : 'MISSED'}`;
}

function demand({ against, times, nanoseconds, share }: Bar): string {
  if (against !== undefined) return `≥ ${times}× ${against}`;
  return share === undefined ? `≤ ${time(nanoseconds as number)}` : `≥ ${percent(share)} of peak`;
}

const percent = (share: number | undefined): string => (share === undefined ? '' : `${Math.round(share * 100)} %`);

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** Nanoseconds for people. */
function time(nanoseconds: number): string {
  if (nanoseconds < 1e3) return `${nanoseconds.toPrecision(3)} ns`;
  if (nanoseconds < 1e6) return `${(nanoseconds / 1e3).toPrecision(3)} µs`;
  return `${(nanoseconds / 1e6).toPrecision(3)} ms`;
}
