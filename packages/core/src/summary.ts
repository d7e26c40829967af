import { collectLeaves, inputKey } from './leaves.ts';
import type { Node, Scope } from './node.ts';
import { topologicalOrder } from './order.ts';
import { printable } from './printable.ts';
import { chainOf, scopesOf } from './scopes.ts';
import { mapNodes, type Outputs, outputNodes } from './structure.ts';

/** One call of a macro, with everything inside it. */
export interface Block {
  /** The macro and its number in the graph: `linear#2`. */
  readonly name: string;
  /** How many blocks are around it. */
  readonly depth: number;
  /** Values that come in (parameters and constants aside) and that go out. */
  readonly inputs: number;
  readonly outputs: number;
  readonly operations: number;
  readonly parameters: number;
}

export interface Summary {
  readonly inputs: readonly { readonly name: string; readonly size: number | undefined }[];
  readonly outputs: number;
  readonly operations: number;
  readonly parameters: number;
  readonly trainable: number;
  readonly blocks: readonly Block[];
  /** The same as a table for people. */
  toString(): string;
}

/**
 * What a graph is made of: its inputs, the blocks that macros built with their shapes, and how many parameters.
 * @example console.log(String(summary(mlp([x, y], [16, 1]))))
 */
export function summary(outputs: Outputs): Summary {
  const lifted = mapNodes<unknown, Node>(outputs, (node) => node) as Outputs;
  const roots = outputNodes(lifted);
  const { nodes } = topologicalOrder(roots);
  const leaves = collectLeaves(nodes);
  const content = {
    inputs: leaves.fields.map(({ name, size }) => ({ name, size })),
    outputs: roots.length,
    operations: nodes.filter((node) => node.kind === 'operation').length,
    parameters: leaves.parameters.length,
    trainable: leaves.parameters.filter((parameter) => parameter.trainable).length,
    blocks: blocksOf(nodes, roots),
  };
  return { ...content, toString: () => table(content) };
}

function blocksOf(nodes: readonly Node[], roots: readonly Node[]): Block[] {
  const scopes = scopesOf(nodes);
  const tallies = new Map(
    scopes.list.map((scope) => [
      scope,
      { inputs: new Set<unknown>(), outputs: new Set<unknown>(), operations: 0, parameters: 0 },
    ]),
  );
  const tally = (scope: Scope) => tallies.get(scope) as NonNullable<ReturnType<typeof tallies.get>>;
  for (const node of nodes) {
    const around = chainOf(node.scope);
    for (const scope of around) {
      if (node.kind === 'operation') tally(scope).operations++;
      if (node.kind === 'parameter') tally(scope).parameters++;
    }
    if (node.kind !== 'operation') continue;
    for (const arg of node.args) {
      if (arg.scope === node.scope || arg.kind === 'parameter' || arg.kind === 'constant') continue;
      const ofArg = chainOf(arg.scope);
      for (const scope of around) if (!ofArg.includes(scope)) tally(scope).inputs.add(inputKey(arg));
      for (const scope of ofArg) if (!around.includes(scope)) tally(scope).outputs.add(inputKey(arg));
    }
  }
  for (const root of roots) for (const scope of chainOf(root.scope)) tally(scope).outputs.add(inputKey(root));
  return scopes.list.map((scope) => {
    const { inputs, outputs, operations, parameters } = tally(scope);
    const name = scopes.labelOf(scope);
    const depth = chainOf(scope).length - 1;
    return { name, depth, inputs: inputs.size, outputs: outputs.size, operations, parameters };
  });
}

function table({ inputs, outputs, operations, parameters, trainable, blocks }: Omit<Summary, 'toString'>): string {
  const rows = [
    ['block', 'shape', 'operations', 'parameters'],
    ...blocks.map((block) => [
      '  '.repeat(block.depth) + printable(block.name),
      `${block.inputs} → ${block.outputs}`,
      `${block.operations}`,
      `${block.parameters}`,
    ]),
    ['all', `${inputs.reduce((n, { size }) => n + (size ?? 1), 0)} → ${outputs}`, `${operations}`, `${parameters}`],
  ];
  const widths = [0, 1, 2, 3].map((c) => Math.max(...rows.map((row) => (row[c] as string).length)));
  const lines = rows.map((row) =>
    row.map((cell, c) => cell[c === 0 ? 'padEnd' : 'padStart'](widths[c] as number)).join('  '),
  );
  const names = inputs.map(({ name, size }) => printable(size === undefined ? name : `${name}[${size}]`)).join(', ');
  const fixed = parameters - trainable;
  return [
    `inputs: ${names || 'none'}`,
    ...lines,
    ...(fixed > 0 ? [`${fixed} parameter${fixed === 1 ? ' is' : 's are'} not trainable`] : []),
  ].join('\n');
}
