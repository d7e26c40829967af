import { argsOf, inPieces, usageOf } from '@chainrule/blocks';
import type { Program } from '@chainrule/core';

/** Operands in an expression inside of another: it is then no deeper than half of that. */
const largestInline = 24;

/** Operands in one function: 23 KB of V8's bytecode at most, as measured. V8 never optimises a function beyond 60 KB. */
export const largestFunction = 1000;

/** The same program with lists so short that a function can end between their pieces. */
export const withShortLists = (program: Program): Program => inPieces(program, 16);

/** What becomes one function. */
export interface Chunk {
  /** The instructions that are statements, in order. */
  readonly statements: readonly number[];
  /** In operands. */
  readonly size: number;
}

/** How instructions of a program are written. */
export interface Layout {
  readonly program: Program;
  readonly uses: Int32Array;
  readonly chunks: readonly Chunk[];
  /** Those that stand inside the expression of their only user. */
  readonly inline: ReadonlySet<number>;
}

/** Lays out lists of instructions of a program that run one after the other, in functions of so many operands. */
export function layouts(program: Program, limit: number = largestFunction): (ids: readonly number[]) => Layout {
  const { uses } = usageOf(program);
  return (ids) => {
    const users = new Set<number>();
    for (const id of ids) for (const arg of argsOf(program, id)) users.add(arg);
    const inline = new Set<number>();
    const sizes = new Map<number, number>();
    const chunks: { statements: number[]; size: number }[] = [];
    for (const id of ids) {
      if (uses[id] === 0) continue;
      let size = 1;
      for (const arg of argsOf(program, id)) size += 1 + (inline.has(arg) ? (sizes.get(arg) as number) : 0);
      sizes.set(id, size);
      if (uses[id] === 1 && users.has(id) && size <= largestInline) {
        inline.add(id);
        continue;
      }
      let chunk = chunks.at(-1);
      if (chunk === undefined || chunk.size + size > limit) {
        chunk = { statements: [], size: 0 };
        chunks.push(chunk);
      }
      chunk.statements.push(id);
      chunk.size += size;
    }
    return { program, uses, chunks, inline };
  };
}
