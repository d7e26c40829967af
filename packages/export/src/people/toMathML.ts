import { type Node, type Outputs, printable } from '@chainrule/core';
import { type MathLine, mathLines } from './mathLines.ts';
import { fences, type Markup } from './mathWriter.ts';
import type { FormulaExportOptions } from './toText.ts';
import { xmlText } from './xmlText.ts';

/** Options of `toMathML`. */
export interface MathMLOptions extends FormulaExportOptions {
  /**
   * A key for a node: the elements that stand for it (its number, its name, its expression) have it as `data-node`, so that a page
   * can find them. Nodes without a key, and without this option all, are not marked.
   */
  readonly mark?: (node: Node) => string | undefined;
}

/**
 * A network as MathML Core, which browsers show without a library: one expression, or a table with a row for each step and
 * output. Long networks have a heading for each layer that a macro built.
 * @throws ExportError if the network has more than 20,000 nodes; GraphError for options as `funcify` does.
 * @example toMathML(divide(input('a'), 2)) // "<math …><mfrac><mi>a</mi><mn>2</mn></mfrac></math>"
 */
export function toMathML(outputs: Outputs, { mark, ...options }: MathMLOptions = {}): string {
  const tag = mark && ((text: string, node: Node) => tagged(text, mark(node)));
  const { alone, lines } = mathLines('toMathML', outputs, options, mathML, tag);
  const body = alone ?? ['<mtable>', ...lines.map(lineText), '</mtable>'].join('\n');
  return `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">${body}</math>`;
}

/** An element with a key, unless it has one already or there is none. */
const tagged = (text: string, key: string | undefined): string =>
  key === undefined ? text : text.replace(/^<\w+\b(?! data-node)/, (start) => `${start} data-node="${xmlText(key)}"`);

const equals = '<mo>=</mo>';

/** Three columns: the name, the equals sign, the value. */
const lineText = ({ name, text, kind }: MathLine): string => {
  const shown = kind === 'heading' ? text.replace('<mtext>', '<mtext class="block">') : text;
  const value = `<mtd style="text-align:left">${kind === 'more' ? `<mspace width="2em"/>${shown}` : shown}</mtd>`;
  const left = name === undefined ? '<mtd/><mtd/>' : `<mtd style="text-align:right">${name}</mtd><mtd>${equals}</mtd>`;
  return `<mtr>${left}${value}</mtr>`;
};

const minus = '<mo>−</mo>';

const row = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] as string) : `<mrow>${parts.join('')}</mrow>`;

const mathML: Markup = {
  digits: (text) => `<mn>${text}</mn>`,
  symbol: ({ base, index }) => {
    const name = `<mi>${xmlText(printable(base))}</mi>`;
    return index === undefined ? name : `<msub>${name}<mn>${index}</mn></msub>`;
  },
  words: (text) => `<mtext>${xmlText(printable(text))}</mtext>`,
  operator: (sign) => (sign === '∞' ? '<mi>∞</mi>' : `<mo>${xmlText(sign)}</mo>`),
  // it stands first in its row, where it would be taken for the sign of a number
  plus: (sign) => `<mo form="infix">${sign}</mo>`,
  row,
  negative: (unsigned) => row([minus, unsigned]),
  list: (items) => row(items.flatMap((item, i) => (i === 0 ? [item] : ['<mo>,</mo>', item]))),
  fence: (kind, body) =>
    `<mrow><mo fence="true">${fences[kind][0]}</mo>${body}<mo fence="true">${fences[kind][1]}</mo></mrow>`,
  fraction: (numerator, denominator) => `<mfrac>${numerator}${denominator}</mfrac>`,
  raised: (base, exponent) => `<msup>${base}${exponent}</msup>`,
  root: (body) => `<msqrt>${body}</msqrt>`,
  call: (name, fenced) => `<mrow><mi>${name}</mi><mo>&#x2061;</mo>${fenced}</mrow>`,
  cases: (value, condition, otherwise) =>
    `<mrow><mo>{</mo><mtable><mtr><mtd>${value}</mtd><mtd><mtext>if&#160;</mtext>${condition}</mtd></mtr>` +
    `<mtr><mtd>${otherwise}</mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>`,
};
