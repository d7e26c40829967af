import { type Outputs, printable } from '@chainrule/core';
import { type MathLine, mathLines } from './mathLines.ts';
import type { fences, Markup, Sign } from './mathWriter.ts';
import type { FormulaExportOptions } from './toText.ts';

/**
 * A network as LaTeX for math mode (amsmath; KaTeX and MathJax take it too): one expression, or an `aligned` block with a row for
 * each step and output. Long networks have a heading for each layer that a macro built.
 * KaTeX stops at 1,000 of its own macros (`\operatorname` is one): show more with its option `maxExpand: Infinity`.
 * @throws ExportError if the network has more than 20,000 nodes; GraphError for options as `funcify` does.
 * @example toLatex(divide(input('a'), sqrt(input('b')))) // "\\frac{a}{\\sqrt{b}}"
 */
export function toLatex(outputs: Outputs, options: FormulaExportOptions = {}): string {
  const { alone, lines } = mathLines('toLatex', outputs, options, latex);
  if (alone !== undefined) return alone;
  return ['\\begin{aligned}', lines.map(lineText).join(' \\\\\n'), '\\end{aligned}'].join('\n');
}

const lineText = ({ name, text, kind }: MathLine): string => {
  if (kind === 'more') return `&\\hspace{1em} {} ${text}`;
  if (kind === 'heading') return `&\\textbf{${text.replace(/^\\text\{(.*)\}$/s, '$1')}}`;
  return name === undefined ? `&${text}` : `${name} &= ${text}`;
};

const signs: Readonly<Record<Sign, string>> = {
  '+': '+',
  '−': '-',
  '⋅': '\\cdot',
  '×': '\\times',
  '/': '/',
  '<': '<',
  '>': '>',
  '≤': '\\le',
  '≥': '\\ge',
  '=': '=',
  '≠': '\\ne',
  '∞': '\\infty',
};

const delimiters: Readonly<Record<keyof typeof fences, readonly [string, string]>> = {
  parentheses: ['(', ')'],
  brackets: ['[', ']'],
  bars: ['|', '|'],
  floor: ['\\lfloor', '\\rfloor'],
};

/** Functions that LaTeX has a command for. */
const known = /* @__PURE__ */ new Set(['exp', 'ln', 'sin', 'cos', 'tan', 'tanh', 'max', 'min', 'cosh', 'sinh']);

const latex: Markup = {
  digits: (text) => text,
  symbol: ({ base, index }) => {
    const letters = italic(base);
    return index === undefined ? letters : `${letters}_{${index}}`;
  },
  words,
  operator: (sign) => signs[sign],
  plus: (sign) => signs[sign],
  row: (parts) => parts.join(' '),
  negative: (unsigned) => `-${unsigned}`,
  list: (items) => items.join(', '),
  fence: (kind, body) => `\\left${delimiters[kind][0]} ${body} \\right${delimiters[kind][1]}`,
  fraction: (numerator, denominator) => `\\frac{${numerator}}{${denominator}}`,
  raised: (base, exponent) => `${base}^{${exponent}}`,
  root: (body) => `\\sqrt{${body}}`,
  call: (name, fenced) => (known.has(name) ? `\\${name}` : `\\operatorname{${name}}`) + fenced,
  cases: (value, condition, otherwise) =>
    `\\begin{cases} ${value} & \\text{if } ${condition} \\\\ ${otherwise} & \\text{otherwise} \\end{cases}`,
};

/** What text mode reads as something else. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  ' ': '\\ ',
  // two of them are another sign
  '-': '{-}',
  "'": "{'}",
  '`': '{`}',
};

/** Any text as text; letters that LaTeX has no sign for are written `\u{1f600}`. */
function words(text: string): string {
  const visible = printable(text).replace(
    /[^ -~À-ÖØ-öø-ɏЀ-ӿ\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
  );
  return `\\text{${visible.replaceAll(/[\\{}$&#%_^~<>| \-'`]/g, (sign) => escapes[sign] as string)}}`;
}

/** A name in italics, as mathematicians write them. */
function italic(name: string): string {
  if (/^[a-z]$/i.test(name)) return name;
  if (/^[a-z0-9]+$/i.test(name)) return `\\mathit{${name}}`;
  return commandOf(name) ?? words(name);
}

/** Letters that have a command, each before its name. */
const greek =
  'α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho ' +
  'σ sigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma Φ Phi Ψ Psi Ω Omega';

/** The command for a letter. */
function commandOf(name: string): string | undefined {
  const words = greek.split(' ');
  const at = name.length === 1 ? words.indexOf(name) : -1;
  return at < 0 ? undefined : `\\${words[at + 1]}`;
}
