import type { Operation, Term, Terms } from './terms.ts';

/** How long lists (a sum of a hundred terms) are taken apart. */
export interface ListRule {
  /** Terms of one list, at most; 2 or more. */
  readonly longest: number;
  /** How a longer one is cut: `inOrder` or `balanced`. */
  readonly lists: Cut;
  /** Which lists are taken apart, by the places of their terms; all by default, but for sums with factors. */
  readonly only?: (id: number) => boolean;
}

/** The same terms without lists that are longer than the rule allows: a piece of a list is a term of its own. */
export function shortLists({ terms, outputs }: Terms, { longest, lists, only = () => true }: ListRule): Terms {
  const result: Term[] = [];
  const place: number[] = [];
  terms.forEach((term, id) => {
    if (term.kind !== 'operation') result.push(term);
    else {
      const args = term.args.map((arg) => place[arg] as number);
      const push = (list: readonly number[]): number => result.push({ ...term, args: list }) - 1;
      const isLong = args.length > longest && term.factors === undefined && only(id);
      result.push({ ...term, args: isLong ? lists(args, longest, push) : args });
    }
    place.push(result.length - 1);
  });
  return { terms: result, outputs: outputs.map((id) => place[id] as number) };
}

/** Pushes pieces of a list, and gives what is left of it. */
type Cut = (args: readonly number[], longest: number, push: (list: readonly number[]) => number) => Operation['args'];

/** In the program's order, which keeps the bits. */
export const inOrder: Cut = (args, longest, push) => {
  let piece = args.slice(0, longest);
  for (let i = longest; i < args.length; i += longest - 1) piece = [push(piece), ...args.slice(i, i + longest - 1)];
  return piece;
};

/** As a balanced tree, for parsers that die of long chains. */
export const balanced: Cut = (args, longest, push) => {
  let level = args;
  while (level.length > longest) {
    const groups = Math.ceil(level.length / longest);
    level = Array.from({ length: groups }, (_, g) => {
      const [from, to] = [g, g + 1].map((n) => Math.round((n * level.length) / groups));
      const group = level.slice(from, to);
      return group.length === 1 ? (group[0] as number) : push(group);
    });
  }
  return level;
};
