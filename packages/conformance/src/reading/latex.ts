import katex from 'katex';
import type { Reading } from './expression.ts';
import { readTokens, type Token } from './grammar.ts';
import { groupOf, readingOf } from './rows.ts';

/** A node of the tree that KaTeX's parser makes. */
interface Tree {
  readonly type: string;
  readonly text?: string;
  readonly name?: string;
  readonly font?: string;
  readonly label?: string;
  readonly left?: string;
  readonly right?: string;
  readonly body?: unknown;
  readonly mathml?: readonly Tree[];
  readonly base?: Tree;
  readonly sup?: Tree;
  readonly sub?: Tree;
  readonly numer?: Tree;
  readonly denom?: Tree;
}

/** It stops at 1,000 macros (`\operatorname` is one) unless it is told to go on. */
const settings = {
  strict: 'error',
  displayMode: true,
  throwOnError: true,
  maxExpand: Number.POSITIVE_INFINITY,
} as const;

/** Reads LaTeX from KaTeX's own tree, after KaTeX has set it without a complaint. */
export function readLatex(latex: string): Reading {
  katex.renderToString(latex, { ...settings, output: 'html' });
  const { __parse: parse } = katex as unknown as { __parse(text: string, options: object): Tree[] };
  const trees = parse(latex, settings);
  const [only] = trees;
  if (trees.length !== 1 || only?.type !== 'array') return { lines: [], result: readTokens(tokensOf(trees)) };
  const rows: { left: Token[]; right: Token[] }[] = [];
  for (const [left, right] of cellsOf(only)) {
    const [first] = right as Tree[];
    if (right?.length === 1 && first?.type === 'text' && first.font === '\\textbf') continue;
    const tokens = tokensOf(right as Tree[]);
    if (first?.type === 'kern') rows.at(-1)?.right.push(...tokens);
    else if (left?.length === 0) rows.push({ left: [], right: tokens });
    else {
      const [equals, ...value] = tokens;
      if (equals?.kind !== 'sign' || equals.text !== '=') throw new Error('A name needs a value.');
      rows.push({ left: tokensOf(left as Tree[]), right: value });
    }
  }
  return readingOf(rows);
}

/** The cells of an array, without the styles and groups around their content. */
function cellsOf({ body }: Tree): Tree[][][] {
  return (body as Tree[][]).map((row) =>
    row.map((cell) => (cell.body as Tree[]).flatMap(unwrapped).filter((tree) => !isEmpty(tree))),
  );
}

const unwrapped = (tree: Tree): Tree[] => (tree.type === 'ordgroup' ? (tree.body as Tree[]) : [tree]);
const isEmpty = ({ type, body }: Tree): boolean => type === 'ordgroup' && (body as Tree[]).length === 0;

const signs: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '−',
  '\\cdot': '⋅',
  '\\times': '×',
  '<': '<',
  '>': '>',
  '\\le': '≤',
  '\\ge': '≥',
  '=': '=',
  '≠': '≠',
  '\\infty': '∞',
  ',': ',',
};

function tokensOf(trees: readonly Tree[]): Token[] {
  const tokens: Token[] = [];
  const digits = (text: string): void => {
    const last = tokens.at(-1);
    if (last?.kind === 'digits') tokens[tokens.length - 1] = { kind: 'digits', text: last.text + text };
    else tokens.push({ kind: 'digits', text });
  };
  for (let i = 0; i < trees.length; i++) {
    const tree = trees[i] as Tree;
    if (tree.type === 'textord' && /^[0-9.]$/.test(tree.text as string)) digits(tree.text as string);
    else if (tree.type === 'supsub') {
      const base = tree.base as Tree;
      if (tree.sub !== undefined) tokens.push({ kind: 'symbol', base: symbolText(base), index: textOf(tree.sub) });
      else if (base.type === 'textord') digits(base.text as string);
      else tokens.push(...tokensOf([base]));
      if (tree.sup !== undefined) tokens.push({ kind: 'power', exponent: tokensOf([tree.sup]) });
    } else if (tree.type === 'ordgroup') tokens.push(...tokensOf(tree.body as Tree[]));
    else if (tree.type === 'kern') continue;
    else if (tree.type === 'htmlmathml') tokens.push(...tokensOf(tree.mathml as Tree[]));
    else if (tree.type === 'mclass') tokens.push(...tokensOf(tree.body as Tree[]));
    else if (tree.type === 'op') tokens.push({ kind: 'function', name: (tree.name as string).slice(1) });
    else if (tree.type === 'operatorname') tokens.push({ kind: 'function', name: textOf(tree) });
    else if (tree.type === 'leftright') tokens.push(fenced(tree));
    else if (tree.type === 'genfrac')
      tokens.push({ kind: 'fraction', parts: [tokensOf([tree.numer as Tree]), tokensOf([tree.denom as Tree])] });
    else if (tree.type === 'sqrt') tokens.push({ kind: 'root', body: tokensOf([tree.body as Tree]) });
    else if (tree.type === 'text' && symbolText(tree) === 'NaN') tokens.push({ kind: 'sign', text: 'NaN' });
    else if (Object.hasOwn(signs, tree.text ?? '')) {
      tokens.push({ kind: 'sign', text: signs[tree.text as string] as string });
    } else tokens.push({ kind: 'symbol', base: symbolText(tree), index: undefined });
  }
  return tokens;
}

function fenced({ left, right, body }: Tree): Token {
  const [first] = body as Tree[];
  if (left === '\\{' && right === '.') {
    const [[value, condition], [otherwise]] = cellsOf(first as Tree) as [[Tree[], Tree[]], [Tree[]]];
    const [word, ...rest] = condition;
    if (symbolText(word as Tree) !== 'if ') throw new Error('A case needs a condition.');
    return { kind: 'cases', parts: [tokensOf(value), tokensOf(rest), tokensOf(otherwise)] };
  }
  return groupOf(`${left}${right}`.replace('\\lfloor', '⌊').replace('\\rfloor', '⌋'), tokensOf(body as Tree[]));
}

/** A name: letters in italics, or text. */
function symbolText(tree: Tree): string {
  if (['mathord', 'textord', 'font', 'text'].includes(tree.type)) return textOf(tree);
  throw new Error(`A formula has no ${tree.type} as a name.`);
}

const characters: Readonly<Record<string, string>> = {
  '\\textbackslash': '\\',
  '\\textasciicircum': '^',
  '\\textasciitilde': '~',
  '\\textless': '<',
  '\\textgreater': '>',
  '\\textbar': '|',
  '\\ ': ' ',
};

const accents: Readonly<Record<string, string>> = {
  "\\'": '\u0301',
  '\\`': '\u0300',
  '\\^': '\u0302',
  '\\~': '\u0303',
  '\\"': '\u0308',
  '\\c': '\u0327',
  '\\v': '\u030c',
  '\\r': '\u030a',
  '\\=': '\u0304',
  '\\u': '\u0306',
  '\\.': '\u0307',
  '\\H': '\u030b',
};

const greek: Readonly<Record<string, string>> = { '\\theta': 'θ', '\\alpha': 'α', '\\Omega': 'Ω', '\\varphi': 'φ' };

/** What a piece of text says. */
function textOf(tree: Tree): string {
  if (Array.isArray(tree.body)) return (tree.body as Tree[]).map(textOf).join('');
  if (tree.type === 'font') return textOf(tree.body as Tree);
  if (tree.type === 'accent') return (textOf(tree.base as Tree) + accents[tree.label as string]).normalize();
  const text = tree.text as string;
  return characters[text] ?? greek[text] ?? (text.length > 1 && text.startsWith('\\') ? text.slice(1) : text);
}
