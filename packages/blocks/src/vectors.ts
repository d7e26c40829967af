import { firstPrimitive, leafCode, type Node, type Parameter, type Program, primitiveOf } from '@chainrule/core';
import { add, divide, multiply, sumBatch } from '@chainrule/core/primitives';
import { argOf, arityOf } from './arguments.ts';
import type { Condensed } from './condense.ts';
import * as role from './role.ts';
import { layer, list, row, total } from './vectorOps.ts';

/** The weights of a layer, as slots. */
interface Matrix {
  /** Rows by their first weights, and the places of columns by the weights of one row. */
  readonly rowOf: ReadonlyMap<Node, Int32Array>;
  readonly columnAt: ReadonlyMap<Node, number>;
  /** The rows in the order of their instructions; adjoints come in the reverse order. */
  readonly rows: Int32Array[];
}

/** What the instructions of a condensed program mean. */
export interface Vectors {
  readonly role: Uint8Array;
  /** How many outer instructions there are. */
  readonly outers: number;
  /** What a sum adds up: values, and the slots of the parameters that they are multiplied with. */
  termsOf(sum: number): { readonly values: Int32Array; readonly weights: Int32Array };
  /** The lists of an outer instruction, and for each pair the slot of its weight, row by row. */
  pairsOf(outer: number): {
    readonly a: Int32Array;
    readonly b: Int32Array;
    readonly weights: readonly Int32Array[];
  };
}

/**
 * Reads a condensed program, in which parameters stand for the weights of layers. Undefined if a vector is read by what has no
 * meaning for it, or if a derivative is not a plain sum of products.
 */
export function vectorsOf(
  program: Program,
  uses: Int32Array,
  { layers, sums, parameters: all }: Pick<Condensed, 'layers' | 'sums' | 'parameters'>,
): Vectors | undefined {
  const { length, op, args, argStart, rank, aux, slots, parameters } = program;
  const roles = new Uint8Array(length);
  const reads = new Int32Array(length); // of vectors, by what has a meaning for them
  const matrices = new Map<number, Matrix>(); // of vectors but sums
  const matrixOf = new Map<Node, Matrix>();
  for (const [matrix, { weights }] of layers)
    matrixOf.set(matrix, {
      rowOf: new Map(weights.map((its) => [all[its[0] as number] as Node, its])),
      columnAt: new Map(Array.from(weights[0] as Int32Array, (slot, k) => [all[slot] as Node, k])),
      rows: [],
    });
  const arg = (id: number, k: number): number => argOf(program, id, k);
  const parameterAt = (id: number): Node => parameters[id - slots] as Node;
  const matrixAt = (id: number): Matrix => matrices.get(id) as Matrix;
  const rowAt = (id: number): Int32Array => matrixAt(arg(id, 0)).rowOf.get(parameterAt(arg(id, 1))) as Int32Array;
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
    const { size } = matrix.rowOf;
    if (primitiveOf(program, sum) !== add || arityOf(program, sum) !== size || !listOf(sum).every(isFactor)) return;
    roles[sum] = role.vector;
    vector(id, matrix, sum, ...from);
  };

  const isAny = (id: number): boolean => roles[id] === role.wide;
  for (const id of parameters.keys()) if (sums.has(parameters[id] as Parameter)) roles[slots + id] = role.wide;

  for (let id = slots + parameters.length; id < length; id++) {
    if ((op[id] as number) < firstPrimitive || !uses[id]) continue;
    const primitive = primitiveOf(program, id);
    const first = arg(id, 0);
    const second = arg(id, arityOf(program, id) - 1);
    const matrix = matrixOf.get(parameterAt(second));
    if (primitive === list) roles[id] = role.vector;
    else if (primitive === total) roles[id] = role.total;
    else if (listOf(id).some(isAny)) roles[id] = role.wide;
    else if (primitive === layer && matrix) {
      matrices.set(first, matrix);
      vector(id, matrix, first);
    } else if (primitive === multiply && matrix) ofAdjoints(id, first, matrix);
    else if (primitive === multiply && isList(second)) ofAdjoints(id, first, matrixAt(second), second);
    else if (matrices.has(first)) {
      const isOuter = isList(arg(first, 1));
      const isRow = primitiveOf(program, first) === layer;
      if (primitive !== (isOuter ? sumBatch : isRow ? row : multiply)) continue;
      if (isRow) matrixAt(first).rows.push(rowAt(id));
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
      if (primitiveOf(program, id) === row) {
        const weights = rowAt(id);
        return { values: listOf(arg(from, 0), weights.length), weights };
      }
      const { rows, columnAt } = matrixAt(from);
      const column = columnAt.get(parameterAt(arg(id, 1))) as number;
      return { values: listOf(arg(from, 0)), weights: Int32Array.from(rows, (its) => its[column] as number).reverse() };
    },
    pairsOf: (id) => {
      const from = arg(id, 0);
      const { rows, columnAt } = matrixAt(from);
      return { a: listOf(arg(from, 0)).toReversed(), b: listOf(arg(from, 1), columnAt.size), weights: rows };
    },
  };
}
