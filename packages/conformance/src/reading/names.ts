import { type Expression, parseExpressionAt } from 'acorn';

/** A name as the way to what it stands for: keys and places. */
export type Way = readonly (string | number)[];

/** The way that `a.b["c d"][3]` says; a line of a formula may begin with `outputs` or `inputs`, which is no key. */
function wayOf(text: string): Way {
  const way: (string | number)[] = [];
  let part = parseExpressionAt(text, 0, { ecmaVersion: 'latest' });
  if (part.end !== text.length) throw new Error(`"${text}" is no name.`);
  while (part.type === 'MemberExpression') {
    way.unshift(part.computed ? literal(part.property as Expression) : (part.property as { name: string }).name);
    part = part.object as Expression;
  }
  if (part.type === 'Identifier') return part.name === 'outputs' || part.name === 'inputs' ? way : [part.name, ...way];
  return [literal(part), ...way];
}

function literal(part: Expression): string | number {
  if (part.type === 'Literal' && (typeof part.value === 'string' || typeof part.value === 'number')) return part.value;
  throw new Error('Only a number or a text may stand in brackets.');
}

/** What a symbol is called between lines. */
export const keyOf = (base: string, index: string | undefined): string => `${index ?? ''} ${base}`;

/** What a symbol may stand for: x₁ is the name `x1`, or number 1 of `x`. */
export function waysOf(key: string): readonly Way[] {
  const [, index, base] = /^(\d*) (.*)$/s.exec(key) as unknown as [string, string, string];
  if (index === '') return [wayOf(base)];
  return [[...wayOf(base), Number(index)], ...(base.length === 1 ? [[base + index]] : [])];
}
