import { type FormulaOptions, formulaLines, type Outputs, outputNodes, topologicalOrder } from '@chainrule/core';
import { checkSize } from '../errors.ts';
import { markedWriter, type Tag } from './markedWriter.ts';
import { type Markup, type MathPiece, mathWriter } from './mathWriter.ts';
import { type FormulaExportOptions, shown } from './toText.ts';

/** A row of a formula that is set in lines. */
export interface MathLine {
  /** Left of the equals sign; none for a row that goes on with the one before, for a heading and for the result. */
  readonly name: string | undefined;
  readonly text: string;
  /** A heading is the call of a macro that the lines below it come from. */
  readonly kind: 'value' | 'more' | 'heading';
}

/** Nobody reads more, and what shows formulas does not take them. */
const limit = 20_000;

/** A formula with fewer lines is no longer than a page: it needs no headings. */
const long = 8;

/** Longer sums are broken, after so many terms. */
const [widest, termsOfRow] = [120, 6] as const;

/**
 * A network as one expression (`alone`) or as rows: a value each, long sums over several, and, if there are many, headings that say
 * which layer they come from. `tag` writes into what stands for a node whose it is.
 */
export function mathLines(
  target: string,
  outputs: Outputs,
  { ops, ...options }: FormulaExportOptions,
  markup: Markup,
  tag?: Tag,
): { readonly alone: string | undefined; readonly lines: readonly MathLine[] } {
  const graph = shown(outputs, ops);
  checkSize(topologicalOrder(outputNodes(graph)).nodes.length, {
    target,
    what: 'nodes',
    limit,
    wayOut: 'Print some of the outputs, or use toText, which has no limit.',
  });
  const writer = tag === undefined ? mathWriter(markup) : markedWriter(mathWriter(markup), tag);
  const formula = formulaLines(graph, options as FormulaOptions, writer);
  const { result } = formula;
  const isShort = result !== undefined && formula.lines.length === 0 && (result.terms?.length ?? 0) <= termsOfRow;
  if (isShort) return { alone: result.text, lines: [] };
  const hasHeadings = formula.lines.length > long;
  const lines: MathLine[] = [];
  let last: string | undefined;
  for (const { names, piece, node, block } of formula.lines) {
    const [name, ...others] = names.map((each) => writer.name(each, node).text) as [string, ...string[]];
    if (hasHeadings && block !== undefined && block !== last)
      lines.push({ name: undefined, text: markup.words(block), kind: 'heading' });
    last = block ?? last;
    lines.push(...rowsOf(name, piece, markup), ...others.map((other) => rowOf(other, name)));
  }
  if (result !== undefined) lines.push(...rowsOf(undefined, result, markup));
  return { alone: undefined, lines };
}

const rowOf = (name: string | undefined, text: string): MathLine => ({ name, text, kind: 'value' });

/** A value in rows of a few terms each, if it is a long sum. */
function rowsOf(name: string | undefined, { text, terms = [] }: MathPiece, markup: Markup): MathLine[] {
  if (terms.length <= termsOfRow || text.length < widest) return [rowOf(name, text)];
  const rows: MathLine[] = [];
  for (let i = 0; i < terms.length; i += termsOfRow) {
    const part = markup.row(terms.slice(i, i + termsOfRow));
    rows.push(i === 0 ? rowOf(name, part) : { name: undefined, text: part, kind: 'more' });
  }
  return rows;
}
