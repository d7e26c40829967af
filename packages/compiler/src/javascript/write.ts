import { argsOf } from '@chainrule/blocks';
import { leafCode, type Primitive, primitiveOf } from '@chainrule/core';
import type { Chunk, Layout } from './layout.ts';
import { literal, spelled } from './spelling.ts';

/** How the surroundings of a chunk are written. */
export interface Places {
  /** What the names of values begin with. */
  readonly prefix: string;
  /** A value from elsewhere. */
  read(id: number): string;
  /** What stands before `= value` where a value is needed elsewhere. */
  keep?(id: number): string;
}

/** The operand of the number of samples. */
export const countName = 'n';

/** The statements of a chunk. */
export function write(
  { program, uses, inline }: Layout,
  { statements }: Chunk,
  { prefix, read, keep }: Places,
): string {
  const { op, aux, rank } = program;
  const lines: string[] = [];
  const named = new Set<number>();
  const reads = new Map<number, number>();
  const countReads = (id: number): void => {
    for (const arg of argsOf(program, id)) {
      reads.set(arg, (reads.get(arg) ?? 0) + 1);
      if (inline.has(arg)) countReads(arg);
    }
  };
  statements.forEach(countReads);

  const name = (id: number, value: string): string => {
    lines.push(`const ${prefix}${id}=${value};`);
    named.add(id);
    return prefix + id;
  };
  const operand = (id: number): string => {
    if (op[id] === leafCode.constant) return literal(aux[id] as number);
    if (inline.has(id)) return `(${expression(id)})`;
    if (named.has(id)) return prefix + id;
    return (reads.get(id) as number) > 1 ? name(id, read(id)) : read(id);
  };
  /** Only as deep as `layouts` lets expressions be. */
  const expression = (id: number): string => {
    const { acrossBatch, name: itsName } = primitiveOf(program, id) as Primitive;
    const args = argsOf(program, id);
    const list = Array.from(args, operand);
    return acrossBatch && rank[args[0] as number] === 0 ? `${countName}*${list[0]}` : spelled(list, itsName);
  };

  for (const id of statements) {
    const value = name(id, expression(id));
    if (keep && (uses[id] as number) > (reads.get(id) ?? 0)) lines.push(`${keep(id)}=${value};`);
  }
  return lines.join('\n');
}
