import { callName } from './formulaNames.ts';
import { type Notation, precedence } from './notation.ts';
import type { Op } from './op.ts';

/** A piece of a formula, how tightly it binds, and how deep it is nested. */
export interface Piece {
  readonly text: string;
  readonly level: number;
  readonly depth: number;
}

/** Nothing is nested deeper: a piece that would be becomes a step of its own. */
export const deepest = 20;

/** A piece that never needs parentheses. */
export const atom = (text: string): Piece => ({ text, level: precedence.call, depth: 0 });

/** A number with so many significant digits. */
export function numberPiece(value: number, digits: number): Piece {
  const rounded = digits > 17 || value === 0 || !Number.isFinite(value) ? value : Number(value.toPrecision(digits));
  const text = Object.is(rounded, -0) ? '-0' : String(rounded);
  return { text, level: text.startsWith('-') ? precedence.sign : precedence.call, depth: 0 };
}

/** An operation on pieces, spelled as its notation says, else as a call. */
export function operationPiece({ name, arity, notation }: Op, args: readonly Piece[]): Piece {
  if (notation?.form === 'infix' && arity === undefined && args.length === 1) return args[0] as Piece;
  const depth = 1 + args.reduce((deep, arg) => Math.max(deep, arg.depth), 0);
  if (notation === undefined || !fits(notation, args.length))
    return { text: `${callName(name)}(${args.map(({ text }) => text).join(', ')})`, level: precedence.call, depth };
  return { ...spell(notation, args), depth };
}

const fits = ({ form }: Notation, count: number): boolean =>
  form === 'infix' ? count > 1 : count === (form === 'conditional' ? 3 : 1);

function spell(notation: Notation, args: readonly Piece[]): { text: string; level: number } {
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
