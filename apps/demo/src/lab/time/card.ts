import type { Node, Operation } from '@chainrule/core';
import type { Numbers } from '../graph/numbers.ts';
import { numberText } from '../graph/numberText.ts';
import { isLinear } from '../graph/plan.ts';
import type { Planned } from '../graph/planned.ts';
import { partials } from './partials.ts';
import { bracketed, shortened, spell } from './spell.ts';

/** One step of the chain rule in words and numbers. */
export interface Card {
  /** The key of the node. */
  readonly key: string;
  readonly title: string;
  /** What happens, in a sentence. */
  readonly about: string;
  /** Equations, one below the other. */
  readonly lines: readonly string[];
}

/** What cards are written from: the graph with the numbers for one row. */
export interface Page {
  readonly planned: Planned;
  readonly numbers: Numbers;
}

/** The value of a node: what it is made of, in names and in numbers. */
export function forwardCard({ planned, numbers }: Page, node: Node): Card {
  const { plan, outline } = planned;
  const at = plan.order.indexOf(node);
  const [key, title] = [outline.keys[at] as string, outline.names[at] as string];
  const value = numberText(numbers.values[at] as number);
  if (node.kind !== 'operation')
    return { key, title, about: `${title} is ${article(node.kind)}.`, lines: [`${title} = ${value}`] };
  const nameOf = (each: Node): string => outline.names[plan.order.indexOf(each)] as string;
  const figureOf = (each: Node): string => numberText(numbers.values[plan.order.indexOf(each)] as number);
  const count = node.args.length;
  const about = `Forward: ${title} is computed from ${count === 1 ? 'one value' : `${count} values`} (${node.op.name}).`;
  return {
    key,
    title,
    about,
    lines: [`${title} = ${spelled(node, nameOf)}`, `= ${spelled(node, figureOf)}`, `= ${value}`],
  };
}

/** An operation on its arguments; the products of a linear layer are written out. */
const spelled = (node: Operation, text: (node: Node) => string): string =>
  spell(
    node.op,
    node.args.map((arg) =>
      arg.kind === 'operation' && isLinear(arg) && isLinear(node) ? spell(arg.op, arg.args.map(text)) : text(arg),
    ),
  );

/** What a use of a node contributes to its derivative. */
interface Contribution {
  /** The value that the node has a part in, and the derivative of the loss with respect to it. */
  readonly name: string;
  readonly gradient: number;
  /** The derivative of that value with respect to the node. */
  readonly partial: number;
}

/** The derivative of the loss with respect to a node, by the chain rule: a term for each use of the node. */
export function backwardCard(page: Page, node: Node): Card {
  const { plan, outline } = page.planned;
  const at = plan.order.indexOf(node);
  const [key, title] = [outline.keys[at] as string, outline.names[at] as string];
  const gradient = page.numbers.gradients[at] as number;
  const left = `∂L/∂${denominator(title)}`;
  if (node === plan.model.loss) return { key, title, about: 'Backward starts at the loss.', lines: ['∂L/∂L = 1'] };
  if (node.kind === 'constant') return { key, title, about: `${title} is a constant.`, lines: [`∂${title} = 0`] };
  const terms = contributionsOf(page, node);
  if (terms.length === 0) return { key, title, about: 'The loss does not depend on it.', lines: [`${left} = 0`] };
  const symbols = terms.map(({ name }) => `∂L/∂${denominator(name)} · ∂${denominator(name)}/∂${denominator(title)}`);
  const figures = terms.map(
    (term) => `${bracketed(numberText(term.gradient))} · ${bracketed(numberText(term.partial))}`,
  );
  const about =
    terms.length === 1
      ? `Backward: ${title} is used once.`
      : `Backward: ${title} is used ${terms.length} times; what comes back is added up.`;
  const sum = terms.reduce((total, term) => total + term.gradient * term.partial, 0);
  const lines = [
    `${left} = ${shortened(symbols).join(' + ')}`,
    `= ${shortened(figures).join(' + ')}`,
    `= ${numberText(gradient)}`,
  ];
  if (!isNear(sum, gradient))
    lines.push(
      `Multiplied out in this order it would be ${numberText(sum)}: the library simplifies before it derives, to lose no digits.`,
    );
  return { key, title, about, lines };
}

/** What each use of a node contributes. The product of a weight is taken together with the sum that it is a term of. */
export function contributionsOf({ planned, numbers }: Page, node: Node): Contribution[] {
  const { plan, outline } = planned;
  const at = (each: Node): number => plan.order.indexOf(each);
  const valuesOf = (each: Operation): number[] => each.args.map((arg) => numbers.values[at(arg)] as number);
  return usesOf(planned, node).flatMap((user) => {
    const own = partials(user.op, valuesOf(user));
    const [sum] = isLinear(user) ? usesOf(planned, user).filter(isLinear) : [];
    const through = sum === undefined ? 1 : (partials(sum.op, valuesOf(sum))[sum.args.indexOf(user)] as number);
    const to = sum ?? user;
    const name = outline.names[at(to)] as string;
    const gradient = numbers.gradients[at(to)] as number;
    return user.args.flatMap((arg, i) =>
      arg === node ? [{ name, gradient, partial: (own[i] as number) * through }] : [],
    );
  });
}

const users = new WeakMap<Planned, ReadonlyMap<Node, readonly Operation[]>>();

/** The operations that a node is an argument of. */
function usesOf(planned: Planned, node: Node): readonly Operation[] {
  let all = users.get(planned);
  if (all === undefined) {
    const found = new Map<Node, Operation[]>();
    for (const user of planned.plan.visits) {
      if (user.kind !== 'operation') continue;
      for (const arg of new Set(user.args)) found.set(arg, [...(found.get(arg) ?? []), user]);
    }
    all = found;
    users.set(planned, all);
  }
  return all.get(node) ?? [];
}

const isNear = (a: number, b: number): boolean => Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));

/** Brackets around what would be read as more than a denominator. */
const denominator = (name: string): string => (/[·+ ]/.test(name) ? `(${name})` : name);

const article = (kind: Node['kind']): string =>
  kind === 'input'
    ? 'an input: it comes from the row'
    : kind === 'parameter'
      ? 'a parameter: training sets it'
      : 'a constant';
