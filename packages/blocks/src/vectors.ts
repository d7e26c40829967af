import { firstPrimitive, leafCode, type Node, type Parameter, type Program, primitiveOf } from '@chainrule/core';
import { add, divide, multiply, sumBatch } from '@chainrule/core/primitives';
import { argOf, arityOf } from './arguments.ts';
import { cell, layer, list, row } from './vectorOps.ts';

/** The weights of a layer, row by row. */
export interface Matrix {
  /** The places of the rows and of the columns, by the parameters that they are known by. */
  readonly rowAt: ReadonlyMap<Node, number>;
  readonly columnAt: ReadonlyMap<Node, number>;
  /** Slots among all parameters. */
  readonly slots: Int32Array;
}

/**
 * What an instruction is: itself, a vector (which exists only inside of what reads it), a sum of products, many sums over the
 * batch that are outputs, or one of many that others read.
 */
export const role = { scalar: 0, vector: 1, sum: 2, outer: 3, cell: 4 } as const;

/** What the instructions of a condensed program mean. */
export interface Vectors {
  readonly role: Uint8Array;
  /** How many outer instructions there are. */
  readonly outers: number;
  /** What a sum adds up: values, and the slots of the parameters that they are multiplied with. */
  termsOf(sum: number): { readonly values: Int32Array; readonly weights: Int32Array };
  /** The lists of an outer instruction, and for each pair the slot of its weight. */
  pairsOf(outer: number): { readonly a: Int32Array; readonly b: Int32Array; readonly slots: Int32Array };
}

/** A condensed program in the numbering of the whole one. */
export interface Dense extends Vectors {
  readonly parameters: readonly Parameter[];
  /** The slot of each parameter of the condensed program. */
  readonly slotOf: Int32Array;
  /** For each output, its row among all of them; of outer instructions any. */
  readonly outputRow: Int32Array;
  /** The instruction that gives each output of the whole program. */
  readonly outputs: Int32Array;
  /** The row among the outputs of the derivative for the parameter of a slot. */
  readonly derivativeRow: Int32Array;
}

/**
 * Reads a condensed program; `matrixOf` has the weights that a parameter stands for. Undefined if a vector is read by what has no
 * meaning for it, or if a derivative is not a plain sum of products.
 */
export function vectorsOf(
  program: Program,
  uses: Int32Array,
  matrixOf: ReadonlyMap<Node, Matrix>,
): Vectors | undefined {
  const { length, op, args, argStart, rank, aux, slots, parameters } = program;
  const roles = new Uint8Array(length);
  const reads = new Int32Array(length); // of vectors, by what has a meaning for them
  const matrices = new Map<number, Matrix>(); // of vectors but sums
  const arg = (id: number, k: number): number => argOf(program, id, k);
  const parameterAt = (id: number): Node => parameters[id - slots] as Node;
  const matrixAt = (id: number): Matrix => matrices.get(id) as Matrix;
  let outers = 0;
  const isList = (id: number): boolean => primitiveOf(program, id) === list;
  const listOf = (id: number, count = arityOf(program, id)): Int32Array =>
    args.subarray(argStart[id], (argStart[id] as number) + count);

  /** Whether no law changes products with an adjoint. */
  const isFactor = (id: number): boolean =>
    rank[id] === 1 &&
    (primitiveOf(program, id) !== divide || op[arg(id, 0)] !== leafCode.constant || aux[arg(id, 0)] !== 1);

  const vector = (id: number, matrix: Matrix, ...from: number[]): void => {
    roles[id] = role.vector;
    matrices.set(id, matrix);
    for (const its of from) reads[its]!++;
  };
  /** A product of the sum that stands for the adjoints of all rows. */
  const ofAdjoints = (id: number, sum: number, matrix: Matrix, ...from: number[]): void => {
    const { size } = matrix.rowAt;
    if (primitiveOf(program, sum) !== add || arityOf(program, sum) !== size || !listOf(sum).every(isFactor)) return;
    roles[sum] = role.vector;
    vector(id, matrix, sum, ...from);
  };

  for (let id = slots + parameters.length; id < length; id++) {
    if ((op[id] as number) < firstPrimitive || uses[id] === 0) continue;
    const primitive = primitiveOf(program, id);
    const first = arg(id, 0);
    const second = arg(id, arityOf(program, id) - 1);
    const matrix = matrixOf.get(parameterAt(second));
    if (primitive === list) roles[id] = role.vector;
    else if (primitive === layer && matrix) {
      matrices.set(first, matrix);
      vector(id, matrix, first);
    } else if (primitive === multiply && matrix) ofAdjoints(id, first, matrix);
    else if (primitive === multiply && isList(second)) ofAdjoints(id, first, matrixAt(second), second);
    else if (primitive === cell) {
      roles[id] = role.cell;
      roles[first] = role.vector;
      reads[first]!++;
    } else if (matrices.has(first)) {
      const isOuter = isList(arg(first, 1));
      if (primitive !== (isOuter ? sumBatch : primitiveOf(program, first) === layer ? row : multiply)) continue;
      roles[id] = isOuter ? role.outer : role.sum;
      reads[first]!++;
      if (isOuter) {
        matrices.set(id, matrixAt(first));
        outers++;
      }
    }
  }
  if (roles.some((its, id) => its === role.vector && reads[id] !== uses[id])) return undefined;

  return {
    role: roles,
    outers,
    termsOf: (id) => {
      const from = arg(id, 0);
      const { slots: weights, rowAt, columnAt } = matrixAt(from);
      const known = parameterAt(arg(id, 1));
      const terms = columnAt.size;
      if (primitiveOf(program, id) === row) {
        const start = terms * (rowAt.get(known) as number);
        return { values: listOf(arg(from, 0), terms), weights: weights.subarray(start, start + terms) };
      }
      const start = terms * (rowAt.size - 1) + (columnAt.get(known) as number);
      const values = listOf(arg(from, 0));
      return { values, weights: values.map((_, j) => weights[start - terms * j] as number) };
    },
    pairsOf: (id) => {
      const from = arg(id, 0);
      const { slots: weights, columnAt } = matrixAt(from);
      return { a: listOf(arg(from, 0)).toReversed(), b: listOf(arg(from, 1), columnAt.size), slots: weights };
    },
  };
}
