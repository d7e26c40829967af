import type { Outputs } from '@chainrule/core';
import { type FormulaExportOptions, toLatex, toMathML, toText } from '@chainrule/export';
import { rowErrors } from '../errors.ts';
import { expected, type Net } from '../nets/net.ts';
import type { Reading } from '../reading/expression.ts';
import { readLatex } from '../reading/latex.ts';
import { readMathML } from '../reading/mathML.ts';
import { type Formula, formulaOf } from '../reading/run.ts';
import { readText } from '../reading/text.ts';
import { inTurn } from './inTurn.ts';
import type { Check, Target } from './target.ts';

const formats = {
  text: [toText, readText],
  LaTeX: [toLatex, readLatex],
  MathML: [toMathML, readMathML],
} as const satisfies Record<
  string,
  readonly [(outputs: Outputs, options: FormulaExportOptions) => string, (text: string) => Reading]
>;

const digits = Number.POSITIVE_INFINITY;

/** Formulas for people, each read back by another parser than ours; with all digits and primitives alone they have the interpreter's bits. */
export function formula(format: keyof typeof formats, ops: 'named' | 'expanded'): Target {
  const [print, read] = formats[format];
  const printed = (outputs: Outputs): string => print(outputs, { digits, ops });
  const load = (outputs: Outputs, edit = (text: string) => text): Formula =>
    formulaOf(read(edit(printed(outputs))), outputs);
  // what parsers read of large networks is used again
  const loaded = new Map<Outputs, Formula>();
  const loadOnce = (outputs: Outputs): Formula => {
    const formula = loaded.get(outputs) ?? load(outputs);
    loaded.set(outputs, formula);
    return formula;
  };
  const bound = ops === 'expanded' ? 0 : 1e-13;
  return {
    name: `${format}, ${ops}`,
    bound,
    ...(ops === 'expanded' ? {} : { unit: 2 ** -52 }),
    tools: [],
    // laws of simplification, which the interpreter applies and a formula of named operations does not show, may change such nets at will
    leavesOut: ({ random }) => (ops === 'named' && random ? 'random operations' : undefined),
    print: printed,
    run: async (nets) => nets.map((net) => resultsOf(net, loadOnce(net.outputs))),
    selfTests: inTurn(async ({ net, edit }: Check) => {
      const few = { ...net, columns: net.columns.map((column) => column.slice(0, 20)) };
      const errors = rowErrors(
        resultsOf(few, edit === undefined ? loadOnce(net.outputs) : load(net.outputs, edit)),
        expected(few),
        bound === 0,
      );
      return { error: Math.max(...errors), bound };
    }),
    names: inTurn(async (outputs: Outputs) => {
      const { inputs, outputs: found } = load(outputs);
      return { inputs, outputs: found };
    }),
  };
}

/** A list per output. */
function resultsOf({ columns }: Net, { run }: Formula): Float64Array[] {
  const rows = columns[0]?.length ?? 1;
  const found = Array.from({ length: rows }, (_, row) => run(columns.map((column) => column[row] as number)));
  return Array.from(found[0] as Float64Array, (_, i) => Float64Array.from(found, (values) => values[i] as number));
}
