import type { Program } from '@chainrule/core';
import { arityOf } from './arguments.ts';
import { rewritten } from './rewritten.ts';

/**
 * The same program, bit for bit, with lists of more than `longest` arguments folded in pieces; those that `isWhole` holds for
 * stay whole.
 * @example inPieces(lower(sum(inputs('x', 100))), 16).length
 */
export function inPieces(program: Program, longest: number, isWhole = (_id: number): boolean => false): Program {
  const isCut = (id: number): boolean => arityOf(program, id) > longest && !isWhole(id);
  let id = 0;
  while (id < program.length && !isCut(id)) id++;
  if (id === program.length) return program;
  return rewritten(program, (id, list, push) => {
    if (!isCut(id)) return push(list);
    let piece = list.slice(0, longest);
    for (let i = longest; i < list.length; i += longest - 1) piece = [push(piece), ...list.slice(i, i + longest - 1)];
    return push(piece);
  });
}
