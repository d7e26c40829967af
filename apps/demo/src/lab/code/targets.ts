import type { CodeTarget } from '../state/labState.ts';
import type { CodeChoice } from './codeChoice.ts';

/** A language or form that a network is exported to, with words for people. */
export interface Target {
  readonly title: string;
  readonly group: 'Programs' | 'Databases' | 'Spreadsheets' | 'Runtimes and shaders' | 'For people' | 'Chainrule';
  /** How its file ends. */
  readonly ending: string;
  readonly type: string;
  /** The choices that matter to it. */
  readonly options: readonly Exclude<keyof CodeChoice, 'target' | 'wrap'>[];
  /** How to run it, and how it is checked; `FILE` and `NAME` stand for those chosen. */
  readonly use: string;
}

const module = ['machine', 'vectors'] as const;
const query = ['table', 'vectors'] as const;
const sqlType = 'application/sql';
const select = 'Its comments say how to check it against the rows that it carries.';

export const targets: Readonly<Record<CodeTarget, Target>> = {
  javascript: {
    title: 'JavaScript',
    group: 'Programs',
    ending: 'js',
    type: 'text/javascript',
    options: module,
    use: 'import { predict, selfTest } from "./FILE": selfTest() gives the largest error, at most bound.',
  },
  typescript: {
    title: 'TypeScript',
    group: 'Programs',
    ending: 'ts',
    type: 'text/plain',
    options: module,
    use: 'import { predict, selfTest } from "./FILE": selfTest() gives the largest error, at most bound.',
  },
  python: {
    title: 'Python',
    group: 'Programs',
    ending: 'py',
    type: 'text/x-python',
    options: ['vectors'],
    use: 'python3 FILE checks it; from the file’s folder, import its predict(row).',
  },
  c: {
    title: 'C',
    group: 'Programs',
    ending: 'h',
    type: 'text/x-c',
    options: ['name', 'floats', 'machine', 'vectors'],
    use: '#include "FILE", link with -lm: NAME_predict(x, y); NAME_self_test() gives the largest error.',
  },
  cTraining: {
    title: 'C, with training',
    group: 'Programs',
    ending: 'h',
    type: 'text/x-c',
    options: ['name', 'vectors'],
    use: '#include "FILE": NAME_init(&state), then NAME_train(&state, rows, count); NAME_self_test(&state) gives the largest error.',
  },
  postgres: {
    title: 'PostgreSQL',
    group: 'Databases',
    ending: 'sql',
    type: sqlType,
    options: query,
    use: `psql -f FILE. ${select}`,
  },
  duckdb: {
    title: 'DuckDB',
    group: 'Databases',
    ending: 'sql',
    type: sqlType,
    options: query,
    use: `duckdb my.db < FILE. ${select}`,
  },
  sqlite: {
    title: 'SQLite',
    group: 'Databases',
    ending: 'sql',
    type: sqlType,
    options: query,
    use: `sqlite3 my.db < FILE. ${select}`,
  },
  fods: {
    title: 'LibreOffice sheet',
    group: 'Spreadsheets',
    ending: 'fods',
    type: 'application/vnd.oasis.opendocument.spreadsheet-flat-xml',
    options: ['vectors'],
    use: 'Open FILE in LibreOffice: rows of the data with predictions, and a line “largest error”.',
  },
  csv: {
    title: 'CSV of formulas',
    group: 'Spreadsheets',
    ending: 'csv',
    type: 'text/csv',
    options: ['vectors'],
    use: 'Open FILE in any spreadsheet: rows of the data with predictions, and a line “largest error”.',
  },
  onnx: {
    title: 'ONNX',
    group: 'Runtimes and shaders',
    ending: 'onnx',
    type: 'application/octet-stream',
    options: ['floats', 'vectors'],
    use: 'Load FILE in ONNX Runtime; verifyOnnx of @chainrule/export checks it there.',
  },
  wgsl: {
    title: 'WGSL (WebGPU)',
    group: 'Runtimes and shaders',
    ending: 'wgsl',
    type: 'text/plain',
    options: ['name', 'vectors'],
    use: 'Put it before your shader and call NAME_predict; compare NAME_self_test() with NAME_bound.',
  },
  glsl: {
    title: 'GLSL (WebGL 2)',
    group: 'Runtimes and shaders',
    ending: 'glsl',
    type: 'text/plain',
    options: ['name', 'vectors'],
    use: 'Put it below #version 300 es and call NAME_predict; compare NAME_self_test() with NAME_bound.',
  },
  latex: {
    title: 'LaTeX',
    group: 'For people',
    ending: 'tex',
    type: 'text/x-tex',
    options: ['digits'],
    use: 'Paste it in math mode, with amsmath; KaTeX and MathJax take it too.',
  },
  mathml: {
    title: 'MathML',
    group: 'For people',
    ending: 'xml',
    type: 'application/mathml+xml',
    options: ['digits'],
    use: 'Paste it into a web page: browsers show it without a library.',
  },
  text: {
    title: 'Text',
    group: 'For people',
    ending: 'txt',
    type: 'text/plain',
    options: ['digits'],
    use: 'A JavaScript parser reads it too; with all digits it gives the same values.',
  },
  dot: {
    title: 'Graphviz',
    group: 'For people',
    ending: 'dot',
    type: 'text/vnd.graphviz',
    options: ['digits'],
    use: 'dot -Tsvg FILE > NAME.svg',
  },
  mermaid: {
    title: 'Mermaid',
    group: 'For people',
    ending: 'mmd',
    type: 'text/plain',
    options: ['digits'],
    use: 'Paste it between ```mermaid and ``` in Markdown.',
  },
  model: {
    title: 'Model file',
    group: 'Chainrule',
    ending: 'json',
    type: 'application/json',
    options: [],
    use: 'fromJSON(JSON.parse(text)) of @chainrule/core reads it; npx chainrule predict FILE rows.csv runs it.',
  },
};

/** What a file of the exported network is called. */
export function fileName({ target, name }: Pick<CodeChoice, 'target' | 'name'>): string {
  const plain = /^[\w-]+$/.test(name) ? name : 'model';
  return `${plain}.${targets[target].ending}`;
}
