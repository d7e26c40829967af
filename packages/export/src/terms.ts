import { leafCode, type Primitive, type PrimitiveName, type Program, primitiveOf } from '@chainrule/core';

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
 * here, to the bits of the interpreter. Where they must stay variable, `parameter` says how each is written.
 */
export function termsOf(program: Program, parameter?: (slot: number) => string): Terms {
  const known = knownValues(program, parameter === undefined);
  const terms: Term[] = [];
  for (let id = 0; id < program.length; id++) {
    const value = known[id];
    if (value !== undefined) terms.push({ kind: 'number', value });
    else if (program.op[id] === leafCode.input) terms.push({ kind: 'input', slot: program.aux[id] as number });
    else if (parameter !== undefined && program.op[id] === leafCode.parameter)
      terms.push({ kind: 'place', text: parameter(program.aux[id] as number) });
    else
      terms.push({
        kind: 'operation',
        primitive: (primitiveOf(program, id) as { name: PrimitiveName }).name,
        args: [...argsOf(program, id)],
      });
  }
  return { terms, outputs: [...program.outputs] };
}

/**
 * The values of instructions that depend on no input, at the parameters' present values; undefined for the others. If parameters are
 * not `fixed`, nothing that depends on them is known, nor on the size of the batch.
 */
export function knownValues(program: Program, fixed = true): readonly (number | undefined)[] {
  const { op, aux, parameters } = program;
  const known: (number | undefined)[] = [];
  for (let id = 0; id < program.length; id++) {
    const about = aux[id] as number;
    const primitive = primitiveOf(program, id);
    if (primitive !== undefined) {
      const isKnown = (fixed || !primitive.acrossBatch) && argsOf(program, id).every((arg) => known[arg] !== undefined);
      known.push(isKnown ? operationValue(program, id, primitive, known) : undefined);
    } else if (op[id] === leafCode.input || (!fixed && op[id] === leafCode.parameter)) known.push(undefined);
    else known.push(op[id] === leafCode.constant ? about : parameters[about]?.value);
  }
  return known;
}

/** The arguments of an instruction. */
export const argsOf = ({ args, argStart }: Program, id: number): Int32Array =>
  args.subarray(argStart[id], argStart[id + 1]);

/** What a primitive makes of numbers; a list is folded from left to right. */
export function applied({ arity, value }: Primitive, args: readonly number[]): number {
  const f = value as (...numbers: number[]) => number;
  return arity === undefined ? args.reduce((a, b) => f(a, b)) : f(...args);
}

/** The same for an instruction of a program, without a list: from the values of its arguments. */
export function operationValue(
  { args, argStart }: Program,
  id: number,
  { arity, value }: Primitive,
  values: ArrayLike<number | undefined>,
): number {
  const f = value as (...numbers: unknown[]) => number;
  const start = argStart[id] as number;
  const at = (k: number): number => values[args[start + k] as number] as number;
  if (arity !== undefined) return f(at(0), at(1), at(2));
  let result = at(0);
  for (let k = 1; k < (argStart[id + 1] as number) - start; k++) result = f(result, at(k));
  return result;
}
