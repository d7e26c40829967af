import type { FormulaWriter } from './formulaLines.ts';
import { callName } from './formulaNames.ts';
import { type Notation, precedence } from './notation.ts';

/** A piece of a formula, and how tightly it binds. */
interface Piece {
  readonly text: string;
  readonly level: number;
}

/** Pieces of a formula as text. */
export const textWriter: FormulaWriter<Piece> = {
  number: (text) => ({ text, level: text.startsWith('-') ? precedence.sign : precedence.call }),
  name: (text) => ({ text, level: precedence.call }),
  operation: ({ name }, args, notation) =>
    notation === undefined
      ? { text: `${callName(name)}(${args.map(({ text }) => text).join(', ')})`, level: precedence.call }
      : spell(notation, args),
};

function spell(notation: Notation, args: readonly Piece[]): Piece {
  if (notation.form === 'conditional') {
    const level = precedence.conditional;
    const [condition, a, b] = args as readonly [Piece, Piece, Piece];
    return { text: `${truth(condition)} ? ${within(a, level + 1)} : ${within(b, level)}`, level };
  }
  const { symbol, form } = notation;
  const level = precedence[notation.precedence];
  const [first, ...rest] = args as [Piece, ...Piece[]];
  // JavaScript allows no sign and no power right after a sign, and no sign as the base of a power
  if (form === 'prefix') return { text: symbol + within(first, precedence.call), level };
  if (form === 'suffix') return { text: within(first, level + 1) + symbol, level };
  const isPower = level === precedence.power;
  const left = within(first, isPower || level === precedence.comparison ? level + 1 : level);
  const right = rest.map((arg) => joined(symbol, within(arg, isPower ? precedence.sign : level + 1)));
  return { text: left + right.join(''), level };
}

/** The piece's text, in parentheses if it binds less tightly than its place demands. */
const within = ({ text, level }: Piece, needed: number): string => (level < needed ? `(${text})` : text);

/** Any number but 0 is true, NaN as well, of which JavaScript thinks otherwise. */
const truth = (condition: Piece): string =>
  condition.level === precedence.comparison ? condition.text : `${within(condition, precedence.comparison + 1)} != 0`;

/** `+ −x` reads better as `− x`, and `− −x` as `+ x`; the value is the same. */
function joined(symbol: string, text: string): string {
  if (text.startsWith('-') && symbol === '+') return ` - ${text.slice(1)}`;
  if (text.startsWith('-') && symbol === '-') return ` + ${text.slice(1)}`;
  return ` ${symbol} ${text}`;
}
