import { type Texts, textsOf } from '../spelling.ts';
import type { Steps } from '../steps.ts';
import type { Language } from './language.ts';

/** Where straight code stands. */
export interface Surroundings {
  input(slot: number): string;
  /** Where output i goes. */
  output(i: number): string;
  /** A place that outlives a routine. */
  memory(place: number): string;
  /** A name that nothing else has. */
  fresh(prefix: string): string;
  /** Operands in one routine, at most. */
  readonly largest: number;
}

/** Statements of steps, in pieces that may stand in routines of their own; values that cross go through memory. */
export interface Straight {
  readonly pieces: readonly (readonly string[])[];
  /** How many places of memory they need. */
  readonly memory: number;
}

/** Prints steps one after the other, each output as soon as it can be. */
export function straight(steps: Steps, language: Language, around: Surroundings): Straight {
  const { terms, outputs } = steps;
  const position = new Map(steps.named.map((id, i) => [id, i]));
  /** The named terms, and the number of operands, of an expression. */
  const readsOf = (id: number): { readonly names: readonly number[]; readonly size: number } => {
    const names: number[] = [];
    let size = 0;
    const stack = [id];
    while (stack.length > 0) {
      const next = stack.pop() as number;
      const term = terms[next];
      size++;
      if (next !== id && position.has(next)) names.push(next);
      else if (term?.kind === 'operation') stack.push(...term.args);
    }
    return { names, size };
  };

  // an output follows the last of the steps that it reads
  const after: number[][] = Array.from({ length: steps.named.length + 1 }, () => []);
  outputs.forEach((id, i) => {
    const last = position.get(id) ?? Math.max(-1, ...readsOf(id).names.map((name) => position.get(name) as number));
    after[last + 1]?.push(i);
  });

  const items: Item[] = [];
  const homes = new Map<number, number>();
  const crossing = new Map<number, number>();
  let [piece, size] = [0, 0];
  const add = (item: Pick<Item, 'id' | 'output'>): void => {
    const reads = item.output !== undefined && position.has(item.id) ? { names: [item.id], size: 1 } : readsOf(item.id);
    if (size > 0 && size + reads.size > around.largest) [piece, size] = [piece + 1, 0];
    size += reads.size;
    if (item.output === undefined) homes.set(item.id, piece);
    for (const name of reads.names)
      if (homes.get(name) !== piece && !crossing.has(name)) crossing.set(name, crossing.size);
    items.push({ ...item, piece });
  };
  for (let i = 0; i <= steps.named.length; i++) {
    const id = steps.named[i - 1];
    if (id !== undefined) add({ id, output: undefined });
    for (const output of after[i] as number[]) add({ id: outputs[output] as number, output });
  }

  const names = new Map<number, string>();
  let current = 0;
  const texts: Texts = textsOf(
    steps,
    { ...language, input: around.input },
    (id) => (homes.get(id) === current ? names.get(id) : around.memory(crossing.get(id) as number)) as string,
  );
  const pieces: string[][] = [];
  for (const { id, output, piece: its } of items) {
    current = its;
    while (pieces.length <= its) pieces.push([]);
    const lines = pieces[its] as string[];
    if (output === undefined) {
      const name = around.fresh('v');
      lines.push(language.constant(name, texts.expression(id)) + language.end);
      names.set(id, name);
      const place = crossing.get(id);
      if (place !== undefined) lines.push(`${around.memory(place)} = ${name}${language.end}`);
    } else
      lines.push(
        `${around.output(output)} = ${position.has(id) ? texts.operand(id) : texts.expression(id)}${language.end}`,
      );
  }
  return { pieces, memory: crossing.size };
}

interface Item {
  readonly id: number;
  readonly output: number | undefined;
  readonly piece: number;
}
