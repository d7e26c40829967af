import {
  type FormulaWriter,
  type Notation,
  type Op,
  type Precedence,
  type PrimitiveName,
  precedence,
} from '@chainrule/core';
import { type MathSymbol, symbolsOf } from './symbols.ts';

/** How a language writes what formulas are made of. All but `row` and `list` are given texts that need nothing around them. */
export interface Markup {
  /** Digits, with a point or without. */
  digits(text: string): string;
  symbol(symbol: MathSymbol): string;
  /** Any text, as data. */
  words(text: string): string;
  operator(sign: Sign): string;
  /** A plus or minus before a term of a sum, after others. */
  plus(sign: '+' | '−'): string;
  row(parts: readonly string[]): string;
  negative(unsigned: string): string;
  list(items: readonly string[]): string;
  fence(kind: keyof typeof fences, body: string): string;
  fraction(numerator: string, denominator: string): string;
  raised(base: string, exponent: string): string;
  root(body: string): string;
  /** `fenced` arguments of a function that has this name. */
  call(name: string, fenced: string): string;
  cases(value: string, condition: string, otherwise: string): string;
}

/** Signs between and before things. */
export type Sign = '+' | '−' | '⋅' | '×' | '/' | '<' | '>' | '≤' | '≥' | '=' | '≠' | '∞';

export const fences = {
  parentheses: ['(', ')'],
  brackets: ['[', ']'],
  bars: ['|', '|'],
  floor: ['⌊', '⌋'],
} as const;

/** A piece of a formula as mathematicians write it. */
export interface MathPiece {
  readonly text: string;
  readonly level: number;
  /** The text without the minus that it begins with. */
  readonly unsigned?: string;
  /** The comparison itself, where a condition is wanted. */
  readonly condition?: string;
  /** The terms of a sum, each with its sign: where a long line may be broken. */
  readonly terms?: readonly string[];
}

/** Closer than a sign, so that they may be factors, and still no base of a power. */
const [scientific, fraction] = [precedence.sign + 0.25, precedence.sign + 0.5] as const;

/** What signs formulas in text have for them. */
const signs: Readonly<Record<string, Sign>> = {
  '+': '+',
  '-': '−',
  '*': '⋅',
  '/': '/',
  '<': '<',
  '>': '>',
  '<=': '≤',
  '>=': '≥',
  '==': '=',
  '!=': '≠',
};

/** Pieces of a formula in a markup: fractions, powers and roots as such, comparisons in brackets that are 1 where they hold. */
export function mathWriter(markup: Markup): FormulaWriter<MathPiece> {
  const symbolOf = symbolsOf();
  const { operator, row, fence } = markup;
  const atom = (text: string): MathPiece => ({ text, level: precedence.call });
  const parenthesised = (text: string): string => fence('parentheses', text);
  const within = ({ text, level }: MathPiece, needed: number): string => (level < needed ? parenthesised(text) : text);
  const called = (name: string, args: readonly MathPiece[]): MathPiece =>
    atom(markup.call(name, parenthesised(markup.list(args.map(({ text }) => text)))));

  const negative = (unsigned: string, level: number): MathPiece => ({
    text: markup.negative(unsigned),
    level,
    unsigned,
  });

  const magnitude = (text: string): MathPiece => {
    if (text === 'Infinity') return atom(operator('∞'));
    if (text === 'NaN') return atom(markup.words('NaN'));
    const [digits, exponent] = text.split('e') as [string, string?];
    if (exponent === undefined) return atom(markup.digits(digits));
    const power = markup.digits(exponent.replace(/^[+-]/, ''));
    const tens = markup.raised(markup.digits('10'), exponent.startsWith('-') ? markup.negative(power) : power);
    return { text: row([markup.digits(digits), operator('×'), tens]), level: scientific };
  };

  /** A term of a sum after the first, with its sign. `+ −x` reads better as `− x`, and `− −x` as `+ x`. */
  const term = (symbol: string, piece: MathPiece): string => {
    const isOpen = piece.level > precedence.sum && piece.unsigned !== undefined;
    const isMinus = (symbol === '-') !== isOpen;
    return row([
      markup.plus(isMinus ? '−' : '+'),
      isOpen ? (piece.unsigned as string) : within(piece, precedence.sum + 1),
    ]);
  };
  const sum = (symbol: string, [first, ...rest]: readonly [MathPiece, ...MathPiece[]]): MathPiece => {
    const terms = [...(first.terms ?? [within(first, precedence.sum)]), ...rest.map((piece) => term(symbol, piece))];
    return { text: row(terms), level: precedence.sum, terms };
  };

  const product = ([first, ...rest]: readonly [MathPiece, ...MathPiece[]]): MathPiece => {
    const factors = rest.flatMap((piece) => [operator('⋅'), within(piece, scientific)]);
    const { unsigned } = first;
    const isOpen = first.level >= precedence.product && unsigned !== undefined;
    return {
      text: row([within(first, precedence.product), ...factors]),
      level: precedence.product,
      ...(isOpen ? { unsigned: row([unsigned, ...factors]) } : {}),
    };
  };

  const signText = (symbol: string): string => {
    const sign = Object.hasOwn(signs, symbol) ? signs[symbol] : undefined;
    return sign === undefined ? markup.words(symbol) : operator(sign);
  };

  const comparison = (symbol: string, args: readonly MathPiece[]): MathPiece => {
    const between = signText(symbol);
    const condition = row(
      args.flatMap((piece, i) => [...(i === 0 ? [] : [between]), within(piece, precedence.comparison + 1)]),
    );
    return { ...atom(fence('brackets', condition)), condition };
  };

  const conditionOf = (piece: MathPiece): string =>
    piece.condition ?? row([within(piece, precedence.comparison + 1), operator('≠'), markup.digits('0')]);

  const choice = ([condition, a, b]: readonly [MathPiece, MathPiece, MathPiece]): MathPiece => ({
    text: markup.cases(a.text, conditionOf(condition), b.text),
    level: precedence.conditional,
  });

  const raised = (base: MathPiece, exponent: string): MathPiece => ({
    text: markup.raised(within(base, precedence.call), exponent),
    level: precedence.power,
  });

  /** Operators of other people: their own signs, with the parentheses that their precedence asks for. */
  const spelled = (
    { symbol, precedence: name, form }: Extract<Notation, { symbol: string }>,
    args: readonly MathPiece[],
  ): MathPiece => {
    const level = precedence[name as Precedence];
    const sign = signText(symbol);
    const operands = args.map((piece) => within(piece, level + 1));
    if (form === 'prefix') return { text: row([sign, ...operands]), level };
    if (form === 'suffix') return { text: row([...operands, sign]), level };
    return { text: row(operands.flatMap((text, i) => (i === 0 ? [text] : [sign, text]))), level };
  };

  const fixed: Readonly<Record<PrimitiveName, (args: readonly MathPiece[], name: string) => MathPiece>> = {
    add: (args) => sum('+', args as [MathPiece]),
    subtract: (args) => sum('-', args as [MathPiece]),
    multiply: (args) => product(args as [MathPiece]),
    divide: ([a, b]) => ({
      text: markup.fraction((a as MathPiece).text, (b as MathPiece).text),
      level: fraction,
    }),
    negate: ([x]) => negative(within(x as MathPiece, fraction), precedence.sign),
    power: ([a, b]) => raised(a as MathPiece, (b as MathPiece).text),
    sqrt: ([x]) => atom(markup.root((x as MathPiece).text)),
    exp: (args) => called('exp', args),
    expm1: (args) => called('expm1', args),
    log: (args) => called('ln', args),
    log1p: (args) => called('log1p', args),
    sin: (args) => called('sin', args),
    cos: (args) => called('cos', args),
    tan: (args) => called('tan', args),
    atan2: (args) => called('atan2', args),
    tanh: (args) => called('tanh', args),
    erf: (args) => called('erf', args),
    abs: ([x]) => atom(fence('bars', (x as MathPiece).text)),
    floor: ([x]) => atom(fence('floor', (x as MathPiece).text)),
    max: (args) => called('max', args),
    min: (args) => called('min', args),
    less: (args) => comparison('<', args),
    select: (args) => choice(args as [MathPiece, MathPiece, MathPiece]),
    sumBatch: (args) => called('sumBatch', args),
  };

  const derived = ({ name }: Op, args: readonly MathPiece[], notation: Notation | undefined): MathPiece => {
    if (notation === undefined) return called(name, args);
    if (notation.form === 'conditional') return choice(args as [MathPiece, MathPiece, MathPiece]);
    const [, exponent] = /^ \*\* (\d+)$/.exec(notation.symbol) ?? [];
    if (notation.form === 'suffix' && exponent !== undefined)
      return raised(args[0] as MathPiece, markup.digits(exponent));
    if (notation.form === 'infix' && notation.precedence === 'comparison') return comparison(notation.symbol, args);
    return spelled(notation, args);
  };

  return {
    number: (text) => {
      if (!text.startsWith('-')) return magnitude(text);
      return negative(magnitude(text.slice(1)).text, precedence.sign);
    },
    name: (text) => atom(markup.symbol(symbolOf(text))),
    operation: (op, args, notation) =>
      op.primitive === undefined ? derived(op, args, notation) : fixed[op.primitive](args, op.name),
  };
}
