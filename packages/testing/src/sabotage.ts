import { apply, gradient, input, type Node, type NodeLike, type Op, primitives } from '@chainrule/core';

/** An op with one mistake in it. */
export interface Mutant {
  readonly mistake: string;
  /** Whether the value is right and a derivative is wrong. */
  readonly inDerivative: boolean;
  readonly op: Op;
}

const times = (factor: number, node: NodeLike): Node => apply(primitives.multiply, [factor, node]);
const exchange = <T>(list: readonly T[]): T[] =>
  list.length < 2 ? [...list] : [list[1] as T, list[0] as T, ...list.slice(2)];

/**
 * Copies of an op, each with one mistake: a value or a derivative that is 0.1 % too large or has the wrong sign, a
 * derivative that should be 0 and is not, two derivatives or two arguments exchanged. Mistakes that change nothing are left
 * out; `symmetric` says that exchanging arguments is one.
 */
export function sabotage(original: Op, symmetric: boolean): Mutant[] {
  const slopes = (args: readonly Node[]): NodeLike[] => gradient<Node[], Node>(apply(original, args), [...args]);
  const wrong = (mistake: string, inDerivative: boolean, rules: Pick<Op, 'expand' | 'partials'>): Mutant => {
    const op: Op = { ...original, primitive: undefined, log: undefined, complement: undefined, ...rules };
    return { mistake, inDerivative, op };
  };
  const value = (mistake: string, expand: (args: readonly Node[]) => NodeLike): Mutant =>
    wrong(mistake, false, { expand, partials: (_, args) => slopes(args) });
  const derivative = (mistake: string, change: (slopes: NodeLike[]) => NodeLike[]): Mutant =>
    wrong(mistake, true, { expand: (args) => apply(original, args), partials: (_, args) => change(slopes(args)) });
  const ofDerivative = (i: number, mistake: string, change: (slope: NodeLike) => NodeLike): Mutant =>
    derivative(`derivative ${i} ${mistake}`, (all) => (i in all ? all.with(i, change(all[i] as NodeLike)) : all));

  const arity = original.arity ?? 2;
  const general = slopes(Array.from({ length: arity }, () => input())).map(constantOf);
  const mutants = [
    value('value · 1.001', (args) => times(1.001, apply(original, args))),
    value('−value', (args) => times(-1, apply(original, args))),
    ...general.flatMap((slope, i) =>
      slope === 0
        ? [ofDerivative(i, 'is 0.001', () => 0.001)]
        : [
            ofDerivative(i, '· 1.001', (right) => times(1.001, right)),
            ofDerivative(i, '· −1', (right) => times(-1, right)),
          ],
    ),
  ];
  if (arity > 1 && !symmetric) mutants.push(value('arguments exchanged', (args) => apply(original, exchange(args))));
  if (arity > 1 && (general[0] === undefined || general[0] !== general[1]))
    mutants.push(derivative('derivatives exchanged', exchange));
  return mutants;
}

const constantOf = (node: NodeLike): number | undefined =>
  typeof node === 'number' ? node : node.kind === 'constant' ? node.value : undefined;
