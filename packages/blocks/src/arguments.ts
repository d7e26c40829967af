import type { Program } from '@chainrule/core';

/** Argument k of an instruction. */
export const argOf = ({ args, argStart }: Program, id: number, k: number): number =>
  args[(argStart[id] as number) + k] as number;

/** How many arguments an instruction has. */
export const arityOf = ({ argStart }: Program, id: number): number =>
  (argStart[id + 1] as number) - (argStart[id] as number);

/**
 * The arguments of an instruction.
 * @example argsOf(program, program.outputs[0] as number)
 */
export const argsOf = ({ args, argStart }: Program, id: number): Int32Array =>
  args.subarray(argStart[id], argStart[id + 1]);
