import {
  gradient,
  lower,
  type Node,
  type NodeTable,
  numberOf,
  type Operation,
  type Parameter,
  setNumber,
  simplify,
  topologicalOrder,
} from '@chainrule/core';
import { divide, less, select } from '@chainrule/core/primitives';
import type { BlockProgram } from './block.ts';
import { condensed } from './condense.ts';
import { assemble } from './discover.ts';
import { usageOf } from './usage.ts';
import { list, row } from './vectorOps.ts';
import { type Matrix, role, vectorsOf } from './vectors.ts';

/**
 * The blocks of `lower([of, ...gradient(of, parameters)])`, with the same bits, where the graph has dense layers: their products
 * are never differentiated, lowered and looked through one by one. The derivative of a layer for its values is a fold like
 * itself, that for its weights an outer block. Undefined if there is no layer, or none whose derivative is just that.
 * @example gradientBlocks(meanBatch(loss), parameters(loss))?.phases
 */
export function gradientBlocks(of: Node, parameters: readonly Parameter[]): BlockProgram | undefined {
  const outputRow: NodeTable = [];
  parameters.forEach((parameter, k) => setNumber(outputRow, parameter, k + 1));
  const found = of.rank === 0 ? condensed(of, outputRow) : undefined;
  if (found === undefined) return undefined;
  const { layers, isWeight } = found;
  const root = simplify(found.root);
  const order = topologicalOrder([root]).nodes;
  if (!order.every((node) => !isOperation(node) || node.op !== list || node.args.every(isFactor))) return undefined;

  const others = parameters.filter((parameter) => !isWeight(parameter));
  const derivatives = gradient<readonly Node[], Node>(root, [
    ...others,
    ...layers.map(({ matrix }) => matrix),
  ]) as Node[];
  if (simplify(derivatives).some((simple, k) => simple !== derivatives[k])) return undefined;
  const program = lower([root, ...derivatives]);

  // parameters are numbered as in the whole graph
  const matrices = new Set(layers.map(({ matrix }) => matrix));
  const all = [
    ...program.parameters.filter((parameter) => !isWeight(parameter) && !matrices.has(parameter)),
    ...layers.flatMap(({ rows }) => rows.flat()),
  ].sort((a, b) => a.id - b.id);
  const slots: NodeTable = [];
  all.forEach((parameter, slot) => setNumber(slots, parameter, slot));

  const place = new Map<Node, number>(); // of first weights: that of their row
  for (const node of order) if (isOperation(node) && node.op === row) place.set(node.args[1] as Node, place.size);
  const placeOf = ([first]: readonly Parameter[]): number => place.get(first as Node) as number;
  const matrixOf = new Map<Node, Matrix>();
  for (const { matrix, rows } of layers) {
    const sorted = [...rows].sort((a, b) => placeOf(a) - placeOf(b));
    const weights = sorted.flat();
    matrixOf.set(matrix, {
      rowAt: new Map(sorted.map(([first], j) => [first as Node, j])),
      columnAt: new Map(rows[0]?.map((weight, k) => [weight, k])),
      slots: Int32Array.from(weights, (weight) => numberOf(slots, weight)),
      outputs: Int32Array.from(weights, (weight) => numberOf(outputRow, weight)),
    });
  }
  const vectors = vectorsOf(program, usageOf(program).uses, matrixOf);
  if (vectors === undefined) return undefined;
  const places = [0, ...others.map((parameter) => numberOf(outputRow, parameter))];
  const outputs = new Int32Array(1 + parameters.length);
  program.outputs.forEach((id, k) => {
    if (vectors.role[id] === role.outer) for (const its of vectors.pairsOf(id).outputs) outputs[its] = id;
    else outputs[places[k] as number] = id;
  });
  return assemble(program, true, {
    ...vectors,
    parameters: all,
    slotOf: Int32Array.from(program.parameters, (parameter) => numberOf(slots, parameter)),
    outputRow: Int32Array.from(program.outputs, (_, k) => places[k] ?? 0),
    outputs,
  });
}

const isOperation = (node: Node): node is Operation => node.kind === 'operation';

/** Whether the product of a weight and a value stays one, and the derivative of such products too. */
const isFactor = (node: Node): boolean =>
  node.kind === 'input' ||
  node.kind === 'parameter' ||
  (isOperation(node) && node.rank === 1 && node.op !== less && node.op !== select && !isReciprocal(node));

const isReciprocal = ({ op, args: [numerator] }: Operation): boolean =>
  op === divide && numerator?.kind === 'constant' && numerator.value === 1;
