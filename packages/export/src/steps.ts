import { inOrder, type ListRule, shortLists } from './lists.ts';
import type { Terms } from './terms.ts';

/** What one expression may hold. */
export interface StepRule extends ListRule {
  /** Operations inside of each other. */
  readonly deepest: number;
  /** Operands in all. */
  readonly largest: number;
  /** Whether the text of an operation holds its arguments more than once, so that they need names; by its place after long lists were taken apart. */
  readonly repeats?: (id: number) => boolean;
  /** Whether an operation has a name in any case. */
  readonly alone?: (id: number) => boolean;
}

/** The terms of a network, some of which have names: the others stand inside the expression of their only user. */
export interface Steps extends Terms {
  /** The places of the terms that become named steps, in an order in which they can be computed. */
  readonly named: readonly number[];
  /** For each term, how often it is an argument or an output. */
  readonly uses: Int32Array;
}

/** What all readers take: 20 operations deep, lists of 16 in the program's order. */
export const stepRule: StepRule = { deepest: 20, largest: 40, longest: 16, lists: inOrder };

/**
 * Turns terms into steps: an operation that is used twice or more gets a name, so does one that is too deep or too large to stand
 * inside of another; each of the rest is printed where it is used. Terms that no output needs are left out.
 * @example stepsOf(termsOf(lower(outputs)), { ...stepRule, lists: balanced })
 */
export function stepsOf(given: Terms, rule: StepRule): Steps {
  const { terms, outputs } = shortLists(given, rule);
  const uses = usesOf({ terms, outputs });
  const depth = new Int32Array(terms.length);
  const size = new Int32Array(terms.length).fill(1);
  const isNamed = new Uint8Array(terms.length);
  const name = (id: number): void => {
    isNamed[id] = 1;
    depth[id] = 0;
    size[id] = 1;
  };
  terms.forEach((term, id) => {
    if (term.kind !== 'operation' || uses[id] === 0) return;
    const total = (list: Int32Array): number => term.args.reduce((sum, arg) => sum + (list[arg] as number), 0);
    // the largest arguments leave first, until what is left fits
    const largestFirst = [...term.args].sort((a, b) => (size[b] as number) - (size[a] as number));
    for (const arg of largestFirst)
      if (terms[arg]?.kind === 'operation' && isNamed[arg] === 0)
        if ((depth[arg] as number) >= rule.deepest || total(size) > rule.largest) name(arg);
    if (rule.repeats?.(id)) for (const arg of term.args) if (terms[arg]?.kind === 'operation') name(arg);
    depth[id] = 1 + term.args.reduce((deep, arg) => Math.max(deep, depth[arg] as number), 0);
    size[id] = total(size);
    if ((uses[id] as number) > 1 || rule.alone?.(id)) name(id);
  });
  return { terms, outputs, uses, named: [...isNamed.keys()].filter((id) => isNamed[id] === 1) };
}

/** How often each term is an argument or an output, counting only what an output needs. */
function usesOf({ terms, outputs }: Terms): Int32Array {
  const uses = new Int32Array(terms.length);
  for (const id of outputs) (uses[id] as number)++;
  for (let id = terms.length - 1; id >= 0; id--) {
    const term = terms[id];
    if (term?.kind === 'operation' && uses[id] !== 0) for (const arg of term.args) (uses[arg] as number)++;
  }
  return uses;
}
