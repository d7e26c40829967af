import {
  apply,
  gradient,
  type Input,
  input,
  interpreter,
  type LowerOptions,
  lower,
  type Node,
  type Op,
} from '@chainrule/core';

/** An op applied to inputs a, b, c, …, and its derivatives for each of them. */
export interface OpGraph {
  readonly inputs: readonly Input[];
  readonly y: Node;
  readonly partials: readonly Node[];
}

export const nameOf = (i: number): string => String.fromCharCode(97 + i);
const placeOf = (name: string): number => name.charCodeAt(0) - 97;

/** Builds the graph; arguments in `fixed` are constants, and their derivatives are left out. */
export function opGraph(op: Op, arity: number, fixed: ReadonlyMap<number, number> = new Map()): OpGraph {
  const args = Array.from({ length: arity }, (_, i) => fixed.get(i) ?? input(nameOf(i)));
  const y: Node = apply(op, args);
  const inputs = args.filter((arg) => typeof arg !== 'number');
  return { inputs, y, partials: gradient<Input[], Node>(y, inputs) };
}

/** The values of nodes at many points, a list for each node; points are arguments a, b, c, …. */
export function valuesAt(
  nodes: readonly Node[],
  points: readonly (readonly number[])[],
  options: LowerOptions = {},
): readonly Float64Array[] {
  const program = lower(nodes, options);
  const columns = program.fields.map(({ name }) => points.map((point) => point[placeOf(name)] as number));
  const results = nodes.map(() => new Float64Array(points.length));
  interpreter(program).run(columns, points.length, results);
  // what is the same for all points is given once
  program.outputs.forEach((id, k) => {
    const list = results[k] as Float64Array;
    if (program.rank[id] === 0) list.fill(list[0] as number);
  });
  return results;
}
