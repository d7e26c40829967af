import { bare, textsOf } from '../spelling.ts';
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
  /** Operands in one routine, but for its last statement. */
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
  const homes = new Map<number, { readonly name: string; readonly piece: string[]; place?: string }>();
  let [piece, size, memory] = [[] as string[], 0, 0];
  const pieces = [piece];
  const assign = (its: string[], target: string, value: string): void =>
    void its.push(`${target} = ${value}${language.end}`);
  const { operand, expression } = textsOf(steps, { ...language, input: around.input }, (id) => {
    const home = homes.get(id) as NonNullable<ReturnType<typeof homes.get>>;
    if (home.piece === piece) return home.name;
    if (home.place === undefined) {
      home.place = around.memory(memory++);
      assign(home.piece, home.place, home.name);
    }
    return home.place;
  });
  // terms come after those that they read
  const items: readonly (readonly [id: number, output?: number])[] = [
    ...steps.named.map((id) => [id] as const),
    ...steps.outputs.map((id, i) => [id, i] as const),
  ].sort(([a], [b]) => a - b);
  for (const [id, output] of items) {
    if (size >= around.largest) {
      [piece, size] = [[], 0];
      pieces.push(piece);
    }
    const text = output === undefined ? expression(id) : bare(operand(id));
    // an operator stands between two operands
    size += text.split(' ').length / 2;
    if (output !== undefined) assign(piece, around.output(output), text);
    else {
      const name = around.fresh('v');
      piece.push(language.constant(name, text) + language.end);
      homes.set(id, { name, piece });
    }
  }
  return { pieces, memory };
}
