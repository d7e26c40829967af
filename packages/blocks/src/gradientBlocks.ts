import { apply, gradient, lower, type Node, type Operation, type Parameter, primitiveOf } from '@chainrule/core';
import { less, select } from '@chainrule/core/primitives';
import { type Addition, withAdditions } from './additions.ts';
import { argOf } from './arguments.ts';
import { askedOf } from './asked.ts';
import { type BlockProgram, fixedGroups } from './block.ts';
import type { Condensed } from './condense.ts';
import { assemble, coloured } from './discover.ts';
import { isInner } from './layers.ts';
import { rowsOf, straight } from './mapInto.ts';
import * as role from './role.ts';
import { mapOver, totalOver } from './totals.ts';
import { listOuters, listParts } from './vectorBlocks.ts';
import { layer, list, row, total } from './vectorOps.ts';
import { vectorsOf } from './vectors.ts';

/**
 * The blocks of `lower([of, ...gradient(of, parameters)])`, with the same bits, from the condensed graph of a node: products of
 * dense layers are never differentiated, lowered and looked through one by one. The derivative of a layer for its values is a
 * fold like itself, that for its weights an outer block. Undefined if there is no layer, or none whose derivative is just that.
 * @example gradientBlocks(condense(meanBatch(loss)), parameters(loss))?.phases
 */
export function gradientBlocks(graph: Condensed, targets: readonly Parameter[]): BlockProgram | undefined {
  const { root, sums, parameters, slotOf } = graph;
  if (graph.layers.size === 0 || root.rank === 1) return undefined;
  const asked = askedOf(graph, targets);
  if (asked === undefined) return undefined;
  const { layers, slots, isWeight, outputRow } = asked;
  const each = slots.map((slot) => parameters[slot] as Parameter);
  const any = [...sums.keys()];
  const derivatives = gradient<readonly Node[], Node>(root, [
    ...each,
    ...layers.map(([matrix]) => matrix),
    ...any,
  ]) as Node[];
  const end = slots.length + layers.length;
  const own = [...slots.keys()].filter((k) => !isWeight[k] || !isZero(derivatives[k] as Node));
  const ends = derivatives.slice(end);
  const whole = lower([
    root,
    ...own.map((k) => derivatives[k] as Node),
    ...derivatives.slice(slots.length, end),
    ...ends.map((node, k) => apply(total, [node, any[k] as Node])),
  ]);
  if (derivatives.some((node) => formOf(node) !== node)) return undefined; // laws change terms of its sums
  // a parameter in a total has derivatives of both kinds
  if (ends.length > 0 && (ends.some(isZero) || own.some((k) => isZero(derivatives[k] as Node)))) return undefined;
  if (!graph.lists.every((its) => (formOf(its) as Operation).args.every(isFactor))) return undefined;

  const onLists: readonly unknown[] = [list, layer, row, total];
  const { cut: program, usage, colours } = coloured(whole, (id) => onLists.includes(primitiveOf(whole, id)));
  const vectors = vectorsOf(program, usage.uses, graph);
  if (vectors === undefined || vectors.outers < layers.length) return undefined;

  // of the outputs of the program, but outer ones: what other nodes hand down to weights has rows of its own, and is added last
  const rows = [0];
  const to: number[] = [];
  for (const k of own) {
    const its = outputRow[slots[k] as number] as number;
    rows.push(isWeight[k] ? targets.length + to.push(its) : its);
  }
  const outputs = new Int32Array(1 + targets.length);
  rows.forEach((row, k) => (outputs[row] = program.outputs[k] as number));
  const places = {
    outputRow: Int32Array.from(program.outputs, (_, k) => rows[k] ?? 0),
    outputRows: [outputs.length + to.length, 0] as const,
  };
  const additions: Addition[] = [];
  const of = rowsOf(fixedGroups.batchOutputs, { ...straight, base: outputs.length });
  if (to.length > 0) additions.push({ of, to: Int32Array.from(to) });
  const blocks = assemble(program, { ...usage, ...places }, colours, {
    role: vectors.role,
    parameters,
    slotOf: Int32Array.from(program.parameters, slotOf),
    outputs,
    parts: (draft, ids) => (vectors.role[ids[0] as number] === role.sum ? listParts(draft, vectors, ids) : undefined),
    blocks: (draft, ids) => {
      const [id] = ids as Int32Array & [number];
      if (vectors.role[id] === role.outer) return listOuters(draft, vectors, id, outputRow, outputs);
      if (vectors.role[id] !== role.total) return undefined;
      const its = sums.get(program.parameters[argOf(program, id, 1) - program.slots] as Parameter);
      const added = Int32Array.from(its ?? [], slotOf);
      if ((draft.output[id] as number) < 0) return totalOver(draft, id, added);
      const asked = added.filter((slot) => outputRow[slot]);
      if (asked.length > 0) {
        const [after, of] = mapOver(draft, id, asked);
        additions.push({ of, to: asked.map((slot) => outputRow[slot] as number), after });
      }
      return [];
    },
  });
  return withAdditions(blocks, additions);
}

const isZero = (node: Node): boolean => node.kind === 'constant' && node.value === 0;

/** What the laws of simplification have made of a node. */
const formOf = (node: Node): Node => (isInner(node) && node.form) || node;

/** Whether products with a value of a list stay products. */
const isFactor = (node: Node): boolean =>
  isInner(node) ? node.rank === 1 && node.op !== less && node.op !== select : node.kind !== 'constant';
