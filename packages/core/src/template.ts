import { describe, GraphError } from './errors.ts';
import { input, lift, type Node, type NodeLike } from './node.ts';
import type { Op } from './op.ts';
import { topologicalOrder } from './order.ts';

/** What can be asked of a derived op, and worked out once for each number of arguments. */
export type Rule = 'expand' | 'partials' | 'log' | 'complement';

/** An expression with holes: `nodes` in topological order, the holes among them, and the places of the results. */
export interface Template {
  readonly nodes: readonly Node[];
  /** The places of the arguments of each of `nodes`. */
  readonly args: readonly (readonly number[])[];
  /** Which hole each of `nodes` is, −1 for none. */
  readonly holes: readonly number[];
  readonly results: readonly number[];
}

/** Writes the expressions that `build` makes of `count` holes down as a template. */
export function makeTemplate(count: number, build: (holes: readonly Node[]) => readonly NodeLike[]): Template {
  const holes: Node[] = Array.from({ length: count }, () => input());
  const results = build(holes).map((node): Node => lift(node));
  const { nodes, indexOf } = topologicalOrder(results);
  const holeAt = new Map(holes.map((hole, i) => [hole, i]));
  return {
    nodes,
    args: nodes.map((node) => (node.kind === 'operation' ? node.args.map(indexOf) : [])),
    holes: nodes.map((node) => holeAt.get(node) ?? -1),
    results: results.map(indexOf),
  };
}

/** Copies a template with `args` in its holes; `build` makes the operations. */
export function fill<T>(
  template: Template,
  args: readonly T[],
  leaf: (node: Node) => T,
  build: (op: Op, args: T[]) => T,
): T[] {
  const copies: T[] = [];
  const copyOf = (place: number): T => copies[place] as T;
  template.nodes.forEach((node, i) => {
    const hole = template.holes[i] as number;
    copies.push(
      hole >= 0
        ? (args[hole] as T)
        : node.kind === 'operation'
          ? build(node.op, (template.args[i] as number[]).map(copyOf))
          : leaf(node),
    );
  });
  return template.results.map(copyOf);
}

const cache = new WeakMap<Op, Map<string, Template>>();

/** The template called `key` of an op, made when it is first asked for. */
export function cachedTemplate(op: Op, key: string, create: () => Template): Template {
  const known = cache.get(op) ?? new Map<string, Template>();
  cache.set(op, known);
  const found = known.get(key) ?? create();
  known.set(key, found);
  return found;
}

/**
 * The template of one of an op's rules. Holes are the arguments; for partials, the result comes after them.
 * @throws GraphError if the rule gives something else than it should.
 */
export function template(op: Op, rule: Rule, arity: number): Template {
  return cachedTemplate(op, `${rule} ${arity}`, () => {
    try {
      const made = makeTemplate(rule === 'partials' ? arity + 1 : arity, (holes) => ask(op, rule, holes));
      made.nodes.forEach((node, i) => {
        if (made.holes[i] === -1 && (node.kind === 'input' || node.kind === 'parameter'))
          throw new GraphError(
            `${node.kind} ${node.name ? `"${node.name}" ` : ''}is not one of the arguments. Pass it as one, or use defineMacro.`,
          );
      });
      return made;
    } catch (error) {
      throw new GraphError(`The ${rule} of op "${op.name}": ${(error as Error).message}`, { cause: error });
    }
  });
}

function ask(op: Op, rule: Rule, holes: readonly Node[]): readonly NodeLike[] {
  if (rule !== 'partials') return [op[rule]?.(holes) as NodeLike];
  const results = op.partials?.(holes.at(-1) as Node, holes.slice(0, -1));
  if (results?.length !== holes.length - 1)
    throw new GraphError(`Expected a list of ${holes.length - 1}, one for each argument, not ${describe(results)}.`);
  return results;
}
