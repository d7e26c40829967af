import { chainOf, type Node, type Operation, type Order, type Scope } from '@chainrule/core';
import type { Box, Boxes } from './drawing.ts';
import { type GraphLabels, opText } from './labels.ts';
import { plainName } from './plainName.ts';

/**
 * The boxes of a large graph: a call of a macro is one, a vector input is one, and so are operations of one kind that take their
 * arguments from the same boxes. Parameters and constants are not drawn. If the innermost calls make more boxes than `limit`,
 * those around them are folded.
 */
export function boxesOfFolded(order: Order, labels: GraphLabels, limit: number): Boxes {
  const deepest = Math.min(4, Math.max(0, ...depthsOf(order.nodes)));
  let folded = boxesAt(deepest, order, labels);
  for (let depth = deepest - 1; depth > 0 && folded.boxes.length > limit; depth--)
    folded = boxesAt(depth, order, labels);
  return folded;
}

function* depthsOf(nodes: readonly Node[]): Generator<number> {
  const seen = new Set<Scope | undefined>();
  for (const { scope } of nodes)
    if (!seen.has(scope)) {
      seen.add(scope);
      yield chainOf(scope).length;
    }
}

/** Calls that lie deeper than `depth` belong to those around them. */
function boxesAt(depth: number, { nodes, indexOf }: Order, labels: GraphLabels): Boxes {
  const cut = cutter(depth);
  const scopes = nodes.map(({ scope }) => cut(scope));
  const around = new Set(scopes.map((scope) => scope?.parent));
  const boxes: Box[] = [];
  const places = new Map<unknown, number>();
  const counts: number[] = [];
  const boxOf = new Int32Array(nodes.length).fill(-1);

  const add = (key: unknown, make: () => Box): number => {
    let at = places.get(key);
    if (at === undefined) {
      at = boxes.push(make()) - 1;
      places.set(key, at);
      counts.push(0);
    }
    (counts[at] as number)++;
    return at;
  };
  /** Operations that differ in nothing that a drawing shows. */
  const kindOf = ({ op, args }: Operation, scope: Scope | undefined): string => {
    const from = new Set(args.map((arg) => boxOf[indexOf(arg)] as number));
    return `${scope?.id ?? ''} ${op.name} ${[...from].sort((a, b) => a - b)}`;
  };
  nodes.forEach((node, i) => {
    const scope = scopes[i];
    if (node.kind === 'input') {
      const vector = node.element === undefined ? undefined : `${plainName(node.name ?? '')}[${node.element.size}]`;
      const label = vector ?? (labels.node(node, i)[0] as string);
      boxOf[i] = add(`input ${label}`, () => ({ kind: 'input', label: [label], scope: undefined }));
    } else if (scope !== undefined && !around.has(scope))
      boxOf[i] = add(scope, () => ({ kind: 'block', label: labels.block(scope), scope: scope.parent }));
    else if (node.kind === 'operation')
      boxOf[i] = add(kindOf(node, scope), () => ({ kind: 'operation', label: [opText(node.op)], scope }));
  });
  const counted = boxes.map((box, at) =>
    box.kind === 'operation' && (counts[at] as number) > 1
      ? { ...box, label: [`${box.label[0]} × ${counts[at]}`] }
      : box,
  );
  return { boxes: counted, boxOf };
}

/** The call at a depth around another; the call itself if it is no deeper. */
function cutter(depth: number): (scope: Scope | undefined) => Scope | undefined {
  const known = new Map<Scope, Scope | undefined>();
  return (scope) => {
    if (scope === undefined) return undefined;
    if (!known.has(scope)) known.set(scope, chainOf(scope).at(-depth) ?? scope);
    return known.get(scope);
  };
}
