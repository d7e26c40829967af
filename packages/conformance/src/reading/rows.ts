import type { Reading } from './expression.ts';
import { readTokens, type Token } from './grammar.ts';
import { keyOf } from './names.ts';

/** Rows of a name and a value as a formula. */
export function readingOf(rows: readonly { left: readonly Token[]; right: readonly Token[] }[]): Reading {
  const lines: { name: string; value: ReturnType<typeof readTokens> }[] = [];
  let result: Reading['result'];
  for (const { left, right } of rows) {
    const [symbol] = left;
    const value = readTokens(right);
    if (left.length === 0) result = value;
    else if (left.length === 1 && symbol?.kind === 'symbol')
      lines.push({ name: keyOf(symbol.base, symbol.index), value });
    else throw new Error('A value must have one name.');
  }
  return { lines, result };
}

/** Tokens in fences, parted at the commas. */
export function groupOf(fence: string, tokens: readonly Token[]): Token {
  const items: Token[][] = [[]];
  for (const token of tokens)
    if (token.kind === 'sign' && token.text === ',') items.push([]);
    else items.at(-1)?.push(token);
  return { kind: 'group', fence, items };
}
