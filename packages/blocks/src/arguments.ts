import type { Program } from '@chainrule/core';

/** Argument k of an instruction. */
export const argOf = ({ args, argStart }: Program, id: number, k: number): number =>
  args[(argStart[id] as number) + k] as number;

/** How many arguments an instruction has. */
export const arityOf = ({ argStart }: Program, id: number): number =>
  (argStart[id + 1] as number) - (argStart[id] as number);
