import { createInterface } from 'node:readline';
import type { Contender } from '../works/work.ts';
import { type Answer, type Conversation, converse } from './process.ts';

/** What a contender in a process of its own says first. */
type Introduction = Pick<Contender, 'name' | 'precision' | 'note' | 'grain' | 'perStep'> | { readonly absent: string };

/** Works as it is told to on the standard input: the other side of `remote`. */
export async function serve(make: () => Contender | Promise<Contender>): Promise<void> {
  const say = (what: unknown): void => console.log(JSON.stringify(what));
  let contender: Contender;
  try {
    contender = await make();
    const { name, precision, note, grain, perStep } = contender;
    say({ name, precision, note, grain, perStep });
  } catch (error) {
    say({ absent: (error as Error).message });
    return;
  }
  for await (const line of createInterface(process.stdin)) {
    const [order, steps] = line.split(' ');
    try {
      if (order === 'run') {
        const start = performance.now();
        say((await contender.run(Number(steps))) ?? (performance.now() - start) * 1e6);
      } else say(Array.from(await contender.result()));
    } catch (error) {
      say({ absent: (error as Error).message });
    }
  }
  contender.close?.();
}

/**
 * A contender in a process of its own, so that what others made of the engine's caches and heap does not reach it.
 * @throws Error if it says that it cannot take part.
 */
export async function remote(file: string, args: readonly string[]): Promise<Contender> {
  const process: Conversation = converse(file, args);
  const read = (answer: Answer): unknown => {
    const said = JSON.parse(answer) as { readonly absent?: string };
    if (said.absent === undefined) return said;
    process.end();
    throw new Error(said.absent);
  };
  const introduction = read(await process.listen()) as Exclude<Introduction, { absent: string }>;
  return {
    ...introduction,
    run: async (steps) => read(await process.ask(`run ${steps}`)) as number,
    result: async () => read(await process.ask('result')) as number[],
    close: process.end,
  };
}
