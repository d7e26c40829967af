import type { Program } from '@chainrule/core';
import { rewritten } from './rewritten.ts';

/** Arguments of one expression. */
const longest = 16;

/** The same program, bit for bit, with longer lists folded in pieces, so that a function can end between them. */
export const inPieces = (program: Program): Program =>
  rewritten(program, (_, list, push) => {
    let piece = list.slice(0, longest);
    for (let i = longest; i < list.length; i += longest - 1) piece = [push(piece), ...list.slice(i, i + longest - 1)];
    return push(piece);
  });
