import { interpreter, lower, type Outputs } from '@chainrule/core';
import { type FormulaExportOptions, toLatex, toMathML, toText } from '@chainrule/export';
import { errorOf } from '../errors.ts';
import type { Reading } from '../reading/expression.ts';
import { readLatex } from '../reading/latex.ts';
import { readMathML } from '../reading/mathML.ts';
import { formulaOf } from '../reading/run.ts';
import { readText } from '../reading/text.ts';
import type { Target } from './target.ts';

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
  const load = (outputs: Outputs, edit = (text: string) => text) =>
    formulaOf(read(edit(print(outputs, { digits, ops }))), outputs);
  return {
    name: `${format}, ${ops}`,
    ...(ops === 'expanded' ? { bound: 0 } : { bound: 1e-13, unit: 2 ** -52 }),
    tools: [],
    // laws of simplification, which the interpreter applies and a formula of named operations does not show, may change such nets at will
    leavesOut: ({ random }) => (ops === 'named' && random ? 'random operations' : undefined),
    run: async (nets) =>
      nets.map(({ outputs, columns }) => {
        const { run } = load(outputs);
        const rows = columns[0]?.length ?? 1;
        const found = Array.from({ length: rows }, (_, row) => run(columns.map((column) => column[row] as number)));
        return Array.from(found[0] as Float64Array, (_, i) =>
          Float64Array.from(found, (values) => values[i] as number),
        );
      }),
    selfTest: async (outputs, _, edit) => {
      const { run } = load(outputs, edit);
      const program = lower(outputs);
      const machine = interpreter(program);
      let error = 0;
      for (const x of [-2, 0.5, 1, 3]) {
        const row = new Float64Array(program.slots).fill(x);
        const values = Array.from(program.outputs, () => new Float64Array(1));
        machine.run(
          Array.from(row, (_, slot) => row.subarray(slot, slot + 1)),
          1,
          values,
        );
        run(row).forEach((found, i) => {
          error = Math.max(error, errorOf(found, values[i]?.[0] as number));
        });
      }
      return { error, bound: ops === 'expanded' ? 0 : 1e-13 };
    },
    names: async (outputs) => {
      const { inputs, outputs: found } = load(outputs);
      return { inputs, outputs: found };
    },
  };
}
