import { apply, gradient, lower, type Node, type Operation, type Parameter } from '@chainrule/core';
import { add, less, select } from '@chainrule/core/primitives';
import { argOf } from './arguments.ts';
import { askedOf } from './asked.ts';
import { type BlockProgram, fixedGroups } from './block.ts';
import type { Condensed } from './condense.ts';
import { assemble } from './discover.ts';
import { isInner } from './layers.ts';
import * as role from './role.ts';
import { usageOf } from './usage.ts';
import { listOuters, listParts } from './vectorBlocks.ts';
import { cell } from './vectorOps.ts';
import { vectorsOf } from './vectors.ts';

/**
 * The blocks of `lower([of, ...gradient(of, parameters)])`, with the same bits, from the condensed graph of a node: products of
 * dense layers are never differentiated, lowered and looked through one by one. The derivative of a layer for its values is a
 * fold like itself, that for its weights an outer block. Undefined if there is no layer, or none whose derivative is just that.
 * @example gradientBlocks(condense(meanBatch(loss)), parameters(loss))?.phases
 */
export function gradientBlocks(graph: Condensed, targets: readonly Parameter[]): BlockProgram | undefined {
  const { root, parameters, slotOf } = graph;
  if (graph.layers.size === 0 || root.rank === 1) return undefined;
  const asked = askedOf(graph, targets);
  if (asked === undefined) return undefined;
  const { layers, slots, outputRow } = asked;
  const each = slots.map((slot) => parameters[slot] as Parameter);
  const derivatives = gradient<readonly Node[], Node>(root, [...each, ...layers.map(([matrix]) => matrix)]) as Node[];
  const outers = derivatives.slice(each.length);
  const program = lower([
    root,
    // what products hand down to a weight is summed over the batch, and added last
    ...each.map((weight, k) => {
      const outer = outers[asked.layerAt[k] as number];
      const rest = derivatives[k] as Node;
      return outer ? apply(add, [rest, apply(cell, [outer, weight])]) : rest;
    }),
    ...outers.filter((_, k) => !layers[k]?.[1].isPenalised),
  ]);
  if (derivatives.some((node) => formOf(node) !== node)) return undefined; // laws change terms of its sums
  if (!graph.lists.every((its) => (formOf(its) as Operation).args.every(isFactor))) return undefined;

  const usage = usageOf(program);
  const vectors = vectorsOf(program, usage.uses, graph);
  if (vectors === undefined || vectors.outers < layers.length) return undefined;

  const rows = [0, ...slots.map((slot) => outputRow[slot] as number)]; // of the outputs of the program, but outer ones
  const outputs = new Int32Array(1 + targets.length);
  program.outputs.forEach((id, k) => {
    if (k < rows.length) outputs[rows[k] as number] = id;
    else for (const its of vectors.pairsOf(id).weights) for (const slot of its) outputs[outputRow[slot] as number] = id;
  });
  vectors.role.forEach((its, id) => {
    if (its === role.cell) usage.isSum[id] = 1; // with the others of its instruction
  });
  const slotAt = Int32Array.from(program.parameters, slotOf);
  const places = {
    outputRow: Int32Array.from(program.outputs, (_, k) => rows[k] ?? 0),
    outputRows: [outputs.length, 0] as const,
  };
  return assemble(
    program,
    true,
    { ...usage, ...places },
    {
      role: vectors.role,
      parameters,
      slotOf: slotAt,
      outputs,
      parts: (draft, ids) => (vectors.role[ids[0] as number] === role.sum ? listParts(draft, vectors, ids) : undefined),
      outers: (draft, ids) => {
        const [id] = ids as Int32Array & [number];
        if (vectors.role[id] === role.outer) return listOuters(draft, vectors, id, fixedGroups.batchOutputs, outputRow);
        if (vectors.role[id] !== role.cell) return undefined;
        const rowOf = new Int32Array(parameters.length);
        for (const its of ids)
          rowOf[slotAt[argOf(program, its, 1) - program.slots] as number] = draft.row[its] as number;
        return listOuters(draft, vectors, argOf(program, id, 0), draft.group[id] as number, rowOf);
      },
    },
  );
}

/** What the laws of simplification have made of a node. */
const formOf = (node: Node): Node => (isInner(node) && node.form) || node;

/** Whether products with a value of a list stay products. */
const isFactor = (node: Node): boolean =>
  isInner(node) ? node.rank === 1 && node.op !== less && node.op !== select : node.kind !== 'constant';
