import { ChainruleError, type Node, toJSON } from '@chainrule/core';
import {
  toC,
  toCTraining,
  toDot,
  toGlsl,
  toJavaScript,
  toLatex,
  toMathML,
  toMermaid,
  toOnnx,
  toPython,
  toSpreadsheet,
  toSql,
  toText,
  toTypeScript,
  toWgsl,
} from '@chainrule/export';
import { columnsOf } from '../data/columns.ts';
import { outputName } from '../network/outputName.ts';
import { optimizers } from '../run/optimizers.ts';
import type { Session } from '../run/session.ts';
import type { CodeTarget } from '../state/labState.ts';
import type { CodeChoice } from './codeChoice.ts';
import { neuronParameters } from './neuronParameters.ts';

/** An exported network, or why there is none. */
export interface Code {
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** What the exporter says when it does not take the network or an option. */
  readonly refusal?: string;
  /** The values of the parameters that it was printed with, and the parameters of each neuron by layer. */
  readonly weights: readonly number[];
  readonly neurons: readonly (readonly (readonly number[])[])[];
}

/** What is printed: outputs by their names. */
export const exportedOutputs = ({ model, data }: Session): Record<string, Node> =>
  Object.fromEntries(model.outputs.map((node, i) => [outputName(data, i), node]));

type Print = (outputs: Record<string, Node>, choice: CodeChoice, session: Session) => string | Uint8Array;

/** How many rows of the data a spreadsheet shows. */
const sheetRows = 50;

const vectors = ({ vectors: count }: CodeChoice, { data }: Session) => ({
  count,
  rows: columnsOf(data, data.training),
});
const functions = ({ machine }: CodeChoice) => (machine ? 'Math' : 'bundled');
const digits = ({ digits: count }: CodeChoice): { digits: number } => ({
  digits: count > 16 ? Number.POSITIVE_INFINITY : count,
});

const sql =
  (dialect: 'postgres' | 'duckdb' | 'sqlite'): Print =>
  (outputs, choice, session) =>
    toSql(outputs, { dialect, from: choice.table, vectors: vectors(choice, session) });

const sheet =
  (format: 'fods' | 'csv'): Print =>
  (outputs, choice, session) => {
    const { inputs, target, count } = session.data.training;
    const shown = Math.min(count, sheetRows);
    const part = { count: shown, inputs: inputs.map((each) => each.subarray(0, shown)), target };
    const { [session.data.targetName]: _, ...rows } = columnsOf(session.data, part);
    return toSpreadsheet(outputs, { format, rows, vectors: vectors(choice, session) });
  };

const printers: Readonly<Record<CodeTarget, Print>> = {
  javascript: (outputs, choice, session) =>
    toJavaScript(outputs, { functions: functions(choice), vectors: vectors(choice, session) }),
  typescript: (outputs, choice, session) =>
    toTypeScript(outputs, { functions: functions(choice), vectors: vectors(choice, session) }),
  python: (outputs, choice, session) => toPython(outputs, { vectors: vectors(choice, session) }),
  c: (outputs, choice, session) =>
    toC(outputs, {
      name: choice.name,
      type: choice.floats ? 'float' : 'double',
      functions: choice.machine ? 'math.h' : 'bundled',
      vectors: vectors(choice, session),
    }),
  cTraining: (outputs, choice, session) => {
    const { optimizer, rate } = session.state.training;
    return toCTraining(session.model.loss, {
      optimizer: optimizers[optimizer](rate),
      parameters: session.model.parameters,
      outputs,
      name: choice.name,
      vectors: vectors(choice, session),
    });
  },
  postgres: sql('postgres'),
  duckdb: sql('duckdb'),
  sqlite: sql('sqlite'),
  fods: sheet('fods'),
  csv: sheet('csv'),
  onnx: (outputs, choice, session) =>
    toOnnx(outputs, { precision: choice.floats ? 'f32' : 'f64', vectors: vectors(choice, session) }),
  wgsl: (outputs, choice, session) => toWgsl(outputs, { name: choice.name, vectors: vectors(choice, session) }),
  glsl: (outputs, choice, session) => toGlsl(outputs, { name: choice.name, vectors: vectors(choice, session) }),
  latex: (outputs, choice) => toLatex(outputs, digits(choice)),
  mathml: (outputs, choice) => toMathML(outputs, digits(choice)),
  text: (outputs, choice) => toText(outputs, digits(choice)),
  dot: (outputs, choice) => toDot(outputs, digits(choice)),
  mermaid: (outputs, choice) => toMermaid(outputs, digits(choice)),
  model: (outputs) => JSON.stringify(toJSON(outputs), null, 1),
};

/** The network of a session in another language. */
export function printCode(session: Session, choice: CodeChoice): Code {
  const about = { weights: session.weights(), neurons: neuronParameters(session.model) };
  try {
    const content = printers[choice.target](exportedOutputs(session), choice, session);
    return { ...about, content: content as Code['content'] };
  } catch (error) {
    if (!(error instanceof ChainruleError)) throw error;
    return { ...about, content: '', refusal: error.message };
  }
}
