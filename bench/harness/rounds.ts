import type { Contender, Work } from '../works/work.ts';
import { peaks } from './peak.ts';
import { ordered } from './statistics.ts';

/** Nanoseconds a unit in each round, of all who took part; why the others did not. */
export interface Measured {
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly absent: Readonly<Record<string, string>>;
  /** What is printed after a name. */
  readonly notes: Readonly<Record<string, string>>;
}

const rounds = 9;
const slice = 60e6;

/**
 * Starts all contenders, checks that they come to the same result, and only then times them in turns: every round gives each
 * one slice of about 60 ms.
 * @throws Error if a contender comes to another result.
 */
export async function measureWork(work: Work, start: (entry: string) => Promise<Contender>): Promise<Measured> {
  const absent: Record<string, string> = {};
  const present: Contender[] = [];
  for (const { name } of work.entries)
    try {
      const contender = await start(name);
      await contender.run(wholeSteps(contender, work.checkSteps));
      present.push(contender);
    } catch (error) {
      absent[name] = (error as Error).message;
    }
  try {
    await compare(work, present);
    if (work.flops !== undefined) for (const { name } of peaks) present.push(await start(name));
    const times = await takeTurns(work, present);
    return { times, absent, notes: Object.fromEntries(present.map(({ name, note = '' }) => [name, note])) };
  } finally {
    for (const contender of present) contender.close?.();
  }
}

/** Nanoseconds a unit in each round, after warm-up. */
async function takeTurns(work: Work, contenders: readonly Contender[]): Promise<Measured['times']> {
  const steps = new Map<Contender, number>();
  for (const contender of contenders) steps.set(contender, await warmUp(contender));
  const times: Record<string, number[]> = Object.fromEntries(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const contender of contenders) {
      const count = steps.get(contender) as number;
      const time = (await contender.run(count)) as number;
      times[contender.name]?.push(time / count / (contender.perStep ?? work.perStep));
    }
  return times;
}

async function compare(work: Work, contenders: readonly Contender[]): Promise<void> {
  let first: ArrayLike<number> | undefined;
  for (const { name, precision, result } of contenders) {
    const verdict = work.verdict(await result());
    first ??= verdict;
    const difference = distance(first, verdict);
    if (!(difference <= work.tolerance[precision]))
      throw new Error(
        `${work.name}: ${name} comes to another result than ${contenders[0]?.name}: ${show(verdict)} and ${show(first)}, ${difference.toExponential(1)} apart.`,
      );
  }
}

/** ‖a − b‖ / ‖a‖ */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  let difference = 0;
  let size = 0;
  for (let i = 0; i < a.length; i++) {
    difference += ((a[i] as number) - (b[i] as number)) ** 2;
    size += (a[i] as number) ** 2;
  }
  return Math.sqrt(difference / size);
}

const show = (numbers: ArrayLike<number>): string => Array.from(numbers).slice(0, 3).join(' ');

const wholeSteps = ({ grain = 1 }: Contender, steps: number): number => Math.max(1, Math.round(steps / grain)) * grain;

/** Lets a contender run for a while and gives how many steps fill a slice. */
async function warmUp(contender: Contender): Promise<number> {
  const pace: number[] = [];
  let steps = contender.grain ?? 1;
  for (let spent = 0; spent < 6 * slice && pace.length < 40; ) {
    const time = (await contender.run(steps)) as number;
    spent += time;
    pace.push(time / steps);
    steps = wholeSteps(contender, Math.min(slice / (time / steps), steps * 8));
  }
  return wholeSteps(contender, slice / (ordered(pace.slice(-5))[0] as number));
}
