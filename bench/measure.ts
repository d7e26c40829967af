// Runs a case several times, each in a process of its own, and prints the median of every figure with its spread.
import { spawnSync } from 'node:child_process';

/** In the child: does the work of a case and gives its figures. In the parent: runs each case and prints a table. */
export async function measure(
  file: string,
  cases: Readonly<Record<string, () => Figures | Promise<Figures>>>,
  repeats = 5,
): Promise<void> {
  const asked = process.env['BENCH_CASE'];
  if (asked !== undefined) {
    console.log(JSON.stringify(await cases[asked]?.()));
    return;
  }
  for (const name of Object.keys(cases)) {
    const runs = Array.from({ length: repeats }, () => runChild(file, name));
    console.log(`\n${name}, ${repeats} processes, median (least … most)`);
    for (const figure of Object.keys(runs[0] as Figures)) {
      const sorted = runs.map((run) => run[figure] as number).sort((a, b) => a - b);
      const [least, median, most] = [sorted[0], sorted[repeats >> 1], sorted[repeats - 1]] as [number, number, number];
      console.log(`  ${figure.padEnd(34)} ${text(median).padStart(8)}  (${text(least)} … ${text(most)})`);
    }
  }
}

/** What a case measured: name with unit → number. */
export type Figures = Record<string, number>;

/** Milliseconds that an action takes. */
export function timed<T>(figures: Figures, name: string, action: () => T): T {
  const start = performance.now();
  const result = action();
  figures[`${name}, ms`] = performance.now() - start;
  return result;
}

/** Bytes on the heap after a collection. */
export function heap(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

/** The largest resident size of this process so far, in MB. */
export const peak = (): number => process.resourceUsage().maxRSS / 1000;

/** The figures of one case, measured in a process of its own. */
export function runChild(file: string, name: string): Figures {
  const flags = ['--expose-gc', '--conditions=@chainrule/source', file];
  const child = spawnSync(process.execPath, flags, { env: { ...process.env, BENCH_CASE: name }, encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${name} failed:\n${child.stdout}${child.stderr}`);
  return JSON.parse(child.stdout.trim().split('\n').at(-1) as string) as Figures;
}

const text = (figure: number): string => (figure >= 100 ? figure.toFixed(0) : figure.toFixed(1));
