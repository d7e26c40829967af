import type { Term, Terms } from './terms.ts';

/** Shorter sums are as fast term by term. */
const fewest = 8;

/**
 * The same terms, in which dense layers are dot products: sums of numbers times the same values, twice or more, become sums with
 * factors. What else a sum holds, its bias, is added to it.
 */
export function dotProducts({ terms, outputs }: Terms): Terms {
  const found = new Map<string, number[]>();
  const productsOf = terms.map((term, id) => {
    if (term.kind !== 'operation' || term.primitive !== 'add' || term.args.length < fewest) return undefined;
    const products = term.args.flatMap((arg) => productOf(terms, arg) ?? []);
    if (products.length < fewest) return undefined;
    const key = `${products.map(({ value }) => value)}`;
    found.set(key, [...(found.get(key) ?? []), id]);
    return { key, products, others: term.args.filter((arg) => productOf(terms, arg) === undefined) };
  });
  const result: Term[] = [];
  const place: number[] = [];
  const at = (id: number): number => place[id] as number;
  terms.forEach((term, id) => {
    const its = productsOf[id];
    if (term.kind !== 'operation') result.push(term);
    else if (its === undefined || (found.get(its.key) as number[]).length < 2)
      result.push({ ...term, args: term.args.map(at) });
    else {
      const factors = its.products.map(({ factor }) => factor);
      result.push({ kind: 'operation', primitive: 'add', args: its.products.map(({ value }) => at(value)), factors });
      const sum = result.length - 1;
      if (its.others.length > 0)
        result.push({ kind: 'operation', primitive: 'add', args: [sum, ...its.others.map(at)] });
    }
    place.push(result.length - 1);
  });
  return { terms: result, outputs: outputs.map(at) };
}

/** A finite number times a value. */
function productOf(
  terms: readonly Term[],
  id: number,
): { readonly factor: number; readonly value: number } | undefined {
  const term = terms[id] as Term;
  if (term.kind !== 'operation' || term.primitive !== 'multiply' || term.args.length !== 2) return undefined;
  const [a, b] = term.args.map((arg) => ({ id: arg, term: terms[arg] as Term })) as [Placed, Placed];
  const [number, value] = a.term.kind === 'number' ? [a, b] : [b, a];
  if (number.term.kind !== 'number' || value.term.kind === 'number' || !Number.isFinite(number.term.value))
    return undefined;
  return { factor: number.term.value, value: value.id };
}

interface Placed {
  readonly id: number;
  readonly term: Term;
}
