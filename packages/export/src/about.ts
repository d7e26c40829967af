import type { Program } from '@chainrule/core';
import { fingerprint } from './fingerprint.ts';

/** What stands at the head of an artefact, a line each. Nothing in it comes from a name: comments hold no text of others. */
export function aboutLines(program: Program, artefact: string, bound: number, vectors: number): readonly string[] {
  const { slots, outputs } = program;
  return [
    `${artefact}, printed by Chainrule.`,
    `Graph ${fingerprint(program)}: ${counted(slots, 'input')}, ${counted(outputs.length, 'output')}.`,
    bound === 0
      ? 'Promise: the same bits as the interpreter.'
      : `Promise: at most ${bound.toPrecision(2)} from the interpreter, relative to values above 1.`,
    vectors === 0 ? 'It carries no test vectors.' : `It carries ${counted(vectors, 'test vector')} and checks itself.`,
  ];
}

/** `1 input`, `2 inputs`. */
const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
