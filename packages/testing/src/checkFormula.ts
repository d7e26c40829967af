import { apply, evaluate, evaluator, funcify, input, type Node, type Op, primitives } from '@chainrule/core';
import type { Expectations } from './expectations.ts';
import { nameOf } from './opGraph.ts';
import { type FormulaScope, readFormula } from './readFormula.ts';
import { type Reference, references } from './references.ts';
import { ulp } from './ulp.ts';

const { add, multiply, negate, power, subtract } = primitives;

/** The op alone, inside other operations, and around them: everywhere that parentheses may be wanted. */
function surroundings(op: Op, args: readonly Node[]): Node[] {
  const y = apply(op, args);
  const [a] = args as [Node];
  return [
    y,
    apply(multiply, [-2, y, a]),
    apply(subtract, [a, y]),
    apply(negate, [y]),
    apply(power, [y, 2]),
    apply(power, [2, apply(power, [y, 0])]),
    apply(add, [y, y]),
    ...[subtract, multiply].map((inner) =>
      apply(
        op,
        args.map((arg) => apply(inner, [arg, 0.5])),
      ),
    ),
    apply(
      op,
      args.map((arg) => apply(negate, [arg])),
    ),
  ];
}

/** The formula is spelled as expected, and a JavaScript parser reads the same value out of it. */
export function checkFormula(op: Op, { notation }: Expectations): string[] {
  const group = references(op.name).find(([first]) => first?.args.length === (op.arity ?? 3)) as readonly Reference[];
  const names = (group[0] as Reference).args.map((_, i) => nameOf(i));
  const args = names.map((name) => input(name));
  const spelled = funcify(apply(op, args));
  const expected = notation ?? `${op.name}(${names.join(', ')})`;
  const failures = spelled === expected ? [] : [`formula is ${spelled}, expected ${expected}`];
  const points = group.map((reference) => reference.args).filter((point) => point.every((x) => Math.abs(x) < 100));
  for (const node of surroundings(op, args)) {
    const text = funcify(node, { digits: Number.POSITIVE_INFINITY });
    const predict = evaluator<Node>(node);
    for (const point of points.slice(0, 8)) {
      const scope: FormulaScope = {
        ...Object.fromEntries(names.map((name, i) => [name, point[i] as number])),
        [op.name]: (...xs) => evaluate<Node>(apply(op, xs), {}),
      };
      const read = readFormula(text, scope);
      const value = predict([...point]);
      if (!(Math.abs(read - value) <= 2 * ulp(value)) && !Object.is(read, value))
        failures.push(`formula ${text} at (${point.join(', ')}) reads as ${read}, the value is ${value}`);
    }
  }
  return failures;
}
