import { simpler } from './build.ts';
import { differentiate, type HandDown } from './differentiate.ts';
import { gradient } from './gradient.ts';
import { collectLeaves } from './leaves.ts';
import { lower, nodeWriter } from './lower.ts';
import { product } from './mask.ts';
import type { Node, NodeLike, Parameter } from './node.ts';
import { extendedOrder, topologicalOrder } from './order.ts';
import { less } from './primitives/less.ts';
import { isOp } from './primitives/match.ts';
import { multiply } from './primitives/multiply.ts';
import type { Primitive } from './primitives/primitive.ts';
import { select } from './primitives/select.ts';
import { sumBatch } from './primitives/sumBatch.ts';
import type { Program } from './program.ts';
import { programWriter } from './programWriter.ts';
import { simplified } from './simplify.ts';

/**
 * A node and its derivatives with respect to parameters as one program: that of `lower([of, ...gradient(of, parameters)])`,
 * with `[of, ...parameters]` for its structure, in less time. The derivative of most parameters is sumBatch(adjoint · partial),
 * and becomes instructions without becoming nodes.
 * @throws GraphError as `gradient` and `lower` do.
 * @example gradientProgram(meanBatch(loss), parameters(loss))
 */
export function gradientProgram(of: Node, parameters: readonly Parameter[]): Program {
  const program = of.rank === 0 ? written(of, parameters) : undefined;
  return { ...(program ?? lower([of, ...gradient(of, parameters)])), structure: [of, ...parameters] };
}

/** The program; undefined if the laws of simplification go on to change what `differentiate` gives. */
function written(of: Node, parameters: readonly Parameter[]): Program | undefined {
  const order = topologicalOrder([of]);
  const root = simplified(order)(of);
  const simpleOrder = root === of ? order : topologicalOrder([root]);
  const { nodes, indexOf } = simpleOrder;

  // by the place of a parameter: the factors of its derivative, the first null if anything else was handed down to it; a partial of 1 is left out
  const adjoints: (Node | null | undefined)[] = new Array(nodes.length);
  const partials: (Node | undefined)[] = new Array(nodes.length);
  const handDown: HandDown = (adjoint, partial, to, isPlain, perSample) => {
    if (nodes[to]?.kind === 'parameter') {
      const first = adjoints[to];
      if (first === undefined && isPlain && staysProduct(adjoint, partial)) {
        adjoints[to] = adjoint;
        if (partial !== 1) partials[to] = partial as Node;
        return undefined;
      }
      if (first) perSample[to] = product(first, partials[to] ?? 1);
      adjoints[to] = null;
    }
    return product(adjoint, partial);
  };
  const found = differentiate(simpleOrder, parameters, handDown);

  // the derivative of a parameter is a root, or made of as many roots as it has factors
  const roots = [root];
  const factors = new Uint8Array(parameters.length);
  parameters.forEach((parameter, k) => {
    const place = indexOf(parameter);
    const adjoint = adjoints[place];
    const partial = adjoint && partials[place];
    roots.push(adjoint ?? (found[k] as Node));
    if (partial) roots.push(partial);
    factors[k] = partial ? 2 : adjoint ? 1 : 0;
  });
  const all = extendedOrder(roots, [...nodes], []);
  const simple = simplified(all);
  for (let i = 1; i < roots.length; i++) if (simple(roots[i] as Node) !== roots[i]) return undefined;

  const writer = programWriter(collectLeaves(order.leaves), true, all.nodes.length + 2 * parameters.length);
  const idOf = nodeWriter(all, writer);
  let next = 0;
  const nextId = (): number => idOf(roots[next++] as Node);
  const apply = (op: Primitive, ...ids: number[]): number => {
    ids.forEach(writer.argument);
    return writer.operation(op);
  };
  const outputs = [nextId()];
  for (const count of factors) {
    let id = nextId();
    if (count === 2) id = apply(multiply, id, nextId());
    if (count > 0) id = apply(sumBatch, id);
    outputs.push(id);
  }
  return writer.finish(outputs, roots);
}

/** Whether adjoint · partial is the adjoint itself, or a product that no law changes. */
function staysProduct(adjoint: Node, partial: NodeLike): boolean {
  if (typeof partial === 'number' || partial.kind === 'constant') return partial === 1;
  return !isOp(partial, less) && !isOp(partial, select) && simpler(multiply, [adjoint, partial]) === undefined;
}
