import { leafCode, type Primitive, primitiveOf } from '@chainrule/core';
import { argsOf, type Chunk, type Layout } from './layout.ts';
import { literal, spelled } from './spelling.ts';

/** How the surroundings of a chunk are written. */
export interface Places {
  /** What the names of values begin with. */
  readonly prefix: string;
  /** Operands: an input, a parameter, and a value of another chunk. */
  input(slot: number): string;
  parameter(slot: number): string;
  cell(place: number): string;
  /** What stands before `= value` where a value goes to a cell, or to an output. */
  keep(place: number): string;
  output(i: number): string;
}

/** The operand of the number of samples. */
export const countName = 'n';

/** The statements of a chunk. */
export function write(layout: Layout, { members, statements, passed }: Chunk, places: Places): string {
  const { program, one, inline, cell, output, earlier } = layout;
  const { op, aux, rank } = program;
  const lines: string[] = [];
  const named = new Set<number>();
  const reads = new Map<number, number>();
  for (const id of members) for (const arg of argsOf(program, id)) reads.set(arg, (reads.get(arg) ?? 0) + 1);

  const place = (id: number): string => {
    if (op[id] === leafCode.input) return places.input(aux[id] as number);
    if (op[id] === leafCode.parameter) return places.parameter(aux[id] as number);
    return places.cell(cell[id] as number);
  };
  const name = (id: number, value: string): string => {
    const text = `${places.prefix}${id}`;
    lines.push(`const ${text}=${value};`);
    named.add(id);
    return text;
  };
  const operand = (id: number): string => {
    if (op[id] === leafCode.constant) return literal(aux[id] as number);
    if (inline[id] === 1) return `(${expression(id)})`;
    if (named.has(id)) return `${places.prefix}${id}`;
    return (reads.get(id) ?? 0) > 1 ? name(id, place(id)) : place(id);
  };
  /** Only as deep as `layout` lets expressions be. */
  const expression = (id: number): string => {
    const primitive = primitiveOf(program, id) as Primitive;
    const args = argsOf(program, id);
    const list = Array.from(args, operand);
    if (primitive.acrossBatch && rank[args[0] as number] === 0) return `${one ? 1 : countName}*${list[0]}`;
    return spelled(list, primitive.name);
  };
  const keep = (id: number, value: string): void => {
    if ((cell[id] as number) >= 0) lines.push(`${places.keep(cell[id] as number)}=${value};`);
    pass(id, value);
  };
  const pass = (id: number, value: string): void => {
    for (let i = output[id] as number; i >= 0; i = earlier[i] as number) lines.push(`${places.output(i)}=${value};`);
  };

  for (const id of statements) keep(id, name(id, expression(id)));
  for (const id of passed) (op[id] === leafCode.input ? keep : pass)(id, operand(id));
  return lines.join('\n');
}
