import type { Program } from '@chainrule/core';
import { arityOf } from './arguments.ts';
import { rewritten } from './rewritten.ts';

/**
 * The same program, bit for bit, with lists of more than `longest` arguments folded in pieces; those that `isWhole` holds for
 * stay whole.
 * @example inPieces(lower(sum(inputs('x', 100))), 16).length
 */
export function inPieces(program: Program, longest: number, isWhole = (_id: number): boolean => false): Program {
  if (!isTooLong(program, longest, isWhole)) return program;
  return rewritten(program, (id, list, push) => {
    if (list.length <= longest || isWhole(id)) return push(list);
    let piece = list.slice(0, longest);
    for (let i = longest; i < list.length; i += longest - 1) piece = [push(piece), ...list.slice(i, i + longest - 1)];
    return push(piece);
  });
}

/** Whether a list of a program has more than `longest` arguments, and need not stay whole. */
export function isTooLong(program: Program, longest: number, isWhole: (id: number) => boolean): boolean {
  for (let id = 0; id < program.length; id++) if (arityOf(program, id) > longest && !isWhole(id)) return true;
  return false;
}
