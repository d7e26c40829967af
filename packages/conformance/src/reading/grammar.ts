import { call, type Expression, name, number } from './expression.ts';
import { keyOf } from './names.ts';

/** The signs of a formula as mathematicians write it, without the markup around them. */
export type Token =
  | { readonly kind: 'digits'; readonly text: string }
  | { readonly kind: 'symbol'; readonly base: string; readonly index: string | undefined }
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'function'; readonly name: string }
  /** Items with commas between them, in fences. */
  | { readonly kind: 'group'; readonly fence: string; readonly items: readonly (readonly Token[])[] }
  | { readonly kind: 'power'; readonly exponent: readonly Token[] }
  | { readonly kind: 'fraction'; readonly parts: readonly [readonly Token[], readonly Token[]] }
  | { readonly kind: 'root'; readonly body: readonly Token[] }
  | {
      readonly kind: 'cases';
      readonly parts: readonly [value: readonly Token[], condition: readonly Token[], otherwise: readonly Token[]];
    };

const relations = ['<', '>', '≤', '≥', '=', '≠'];
const named: Readonly<Record<string, string>> = { ln: 'log' };

/** Reads an expression by the rules of mathematics: powers, then signs, then products, then sums. */
export function readTokens(tokens: readonly Token[]): Expression {
  let at = 0;
  const isSign = (...signs: readonly string[]): boolean => {
    const token = tokens[at];
    return token?.kind === 'sign' && signs.includes(token.text);
  };
  const fail = (): never => {
    throw new Error(`Not expected in a formula: ${JSON.stringify(tokens[at]) ?? 'its end'}.`);
  };

  const sum = (): Expression => {
    let left = product();
    while (isSign('+', '−')) {
      const op = isSign('+') ? 'add' : 'subtract';
      at++;
      left = call(op, left, product());
    }
    return left;
  };
  const product = (): Expression => {
    let left = negation();
    while (isSign('⋅')) {
      at++;
      left = call('multiply', left, negation());
    }
    return left;
  };
  const negation = (): Expression => {
    if (!isSign('−')) return power();
    at++;
    const of = power();
    return of.kind === 'number' ? number(-of.value) : call('negate', of);
  };
  const power = (): Expression => {
    const base = atom();
    const token = tokens[at];
    if (token?.kind !== 'power') return base;
    at++;
    return call('power', base, readTokens(token.exponent));
  };
  const atom = (): Expression => {
    const token = tokens[at++];
    switch (token?.kind) {
      case 'digits':
        return number(Number(token.text + exponent()));
      case 'symbol':
        return name(keyOf(token.base, token.index));
      case 'sign':
        if (token.text === '∞') return number(Number.POSITIVE_INFINITY);
        if (token.text === 'NaN') return number(Number.NaN);
        break;
      case 'function': {
        const args = tokens[at++];
        if (args?.kind !== 'group' || args.fence !== '()') break;
        return call(named[token.name] ?? token.name, ...args.items.map(readTokens));
      }
      case 'group': {
        const [only] = token.items;
        if (token.items.length !== 1 || only === undefined) break;
        if (token.fence === '()') return readTokens(only);
        if (token.fence === '||') return call('abs', readTokens(only));
        if (token.fence === '⌊⌋') return call('floor', readTokens(only));
        if (token.fence === '[]') return comparison(only);
        break;
      }
      case 'fraction':
        return call('divide', readTokens(token.parts[0]), readTokens(token.parts[1]));
      case 'root':
        return call('sqrt', readTokens(token.body));
      case 'cases': {
        const [value, condition, otherwise] = token.parts;
        return call('select', comparison(condition), readTokens(value), readTokens(otherwise));
      }
    }
    at--;
    return fail();
  };
  /** `× 10` and its power, as the end of a number. */
  const exponent = (): string => {
    const [ten, power] = [tokens[at + 1], tokens[at + 2]];
    if (!isSign('×') || ten?.kind !== 'digits' || ten.text !== '10' || power?.kind !== 'power') return '';
    at += 3;
    const [first, second] = power.exponent;
    if (first?.kind === 'digits' && second === undefined) return `e${first.text}`;
    return first?.kind === 'sign' && second?.kind === 'digits' ? `e-${second.text}` : fail();
  };

  const all = sum();
  return at < tokens.length ? fail() : all;
}

/** Two sides and what is between them; 1 where it holds. */
function comparison(tokens: readonly Token[]): Expression {
  const at = tokens.findIndex((token) => token.kind === 'sign' && relations.includes(token.text));
  const { text } = tokens[at] as { text: string };
  return call(text === '<' ? 'less' : text, readTokens(tokens.slice(0, at)), readTokens(tokens.slice(at + 1)));
}
