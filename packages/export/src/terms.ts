import { leafCode, type PrimitiveName, type Program, primitiveOf } from '@chainrule/core';

/** One value of what is printed. An operation's arguments are the places of earlier terms. */
export type Term =
  | { readonly kind: 'number'; readonly value: number }
  /** One number of the row, by its place. */
  | { readonly kind: 'input'; readonly slot: number }
  /** A value that the target keeps in a place of its own making. */
  | { readonly kind: 'place'; readonly text: string }
  | Operation;

export interface Operation {
  readonly kind: 'operation';
  readonly primitive: PrimitiveName;
  readonly args: readonly number[];
  /** Of a sum, for targets with dot products: what each argument is multiplied by. */
  readonly factors?: readonly number[];
}

/** A network for one row: its terms in topological order, and which of them are the outputs. */
export interface Terms {
  readonly terms: readonly Term[];
  readonly outputs: readonly number[];
}

/**
 * The terms of a program for one row. Parameters are numbers, and so is all that is built from them alone: it is worked out
 * here, to the bits of the interpreter.
 */
export function termsOf(program: Program): Terms {
  const known = knownValues(program);
  const terms: Term[] = [];
  for (let id = 0; id < program.length; id++) {
    const value = known[id];
    if (value !== undefined) terms.push({ kind: 'number', value });
    else if (program.op[id] === leafCode.input) terms.push({ kind: 'input', slot: program.aux[id] as number });
    else
      terms.push({
        kind: 'operation',
        primitive: (primitiveOf(program, id) as { name: PrimitiveName }).name,
        args: [...argsOf(program, id)],
      });
  }
  return { terms, outputs: [...program.outputs] };
}

/** The values of instructions that depend on no input, at the parameters' present values; undefined for the others. */
export function knownValues(program: Program): readonly (number | undefined)[] {
  const { op, aux, parameters } = program;
  const known: (number | undefined)[] = [];
  for (let id = 0; id < program.length; id++) {
    const about = aux[id] as number;
    const primitive = primitiveOf(program, id);
    if (primitive !== undefined) {
      const args = Array.from(argsOf(program, id), (arg) => known[arg]);
      known.push(args.every((arg) => arg !== undefined) ? applied(primitive, args as number[]) : undefined);
    } else if (op[id] === leafCode.input) known.push(undefined);
    else known.push(op[id] === leafCode.constant ? about : parameters[about]?.value);
  }
  return known;
}

/** The arguments of an instruction. */
export const argsOf = ({ args, argStart }: Program, id: number): Int32Array =>
  args.subarray(argStart[id], argStart[id + 1]);

/** What a primitive makes of numbers; a list is folded from left to right. */
export function applied(
  { arity, value }: NonNullable<ReturnType<typeof primitiveOf>>,
  args: readonly number[],
): number {
  const f = value as (...numbers: number[]) => number;
  return arity === undefined ? args.reduce((a, b) => f(a, b)) : f(...args);
}
