import type { Outputs } from '@chainrule/core';
import {
  type SqlOptions,
  toC,
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
import type { OptionHelp } from './command.ts';
import { usageError } from './errors.ts';
import {
  choice,
  drawingSettings,
  formulaSettings,
  identifier,
  merged,
  type Settings,
  vectors,
  word,
} from './settings.ts';
import { verifyC } from './verify/c.ts';
import { verifyJavaScript, verifyTypeScript } from './verify/javascript.ts';
import { verifyPython } from './verify/python.ts';
import type { SelfTest } from './verify/selfTest.ts';
import { verifySqlite } from './verify/sqlite.ts';

/** What `chainrule export --to` can print. */
export interface Target {
  readonly name: string;
  /** What the file's name ends with; the first target of an extension is the one that `-o` chooses. */
  readonly extension: string;
  readonly about: string;
  readonly settings: Settings;
  print(outputs: Outputs, options: object): string | Uint8Array;
  /** What is wrong with options beside each other, if something is. */
  readonly complaint?: (options: object) => string | undefined;
  /** Runs the check that an artefact carries; where there is none, an artefact is verified by printing it again. */
  readonly selfTest?: SelfTest;
}

const code = (functions: readonly string[]): Settings => ({
  functions: choice('functions', functions, `elementary functions: ${functions[0]} ones, or those of the machine`),
  vectors,
});

const about = 'what all names begin with (model), or the name of a view or function of SQL (predict)';
const prefix = identifier('name', about);

const sqlComplaint = ({ dialect, form, from }: SqlOptions): string | undefined => {
  if (form !== 'function')
    return from === undefined
      ? 'sql needs --from, the table that holds the inputs; only --form function does not.'
      : undefined;
  return dialect === 'sqlite'
    ? 'SQLite has no functions that are written in SQL: --form must be select or view, not "function".'
    : undefined;
};

/** All targets, by name: one row for each function of @chainrule/export. */
export const targets: readonly Target[] = [
  {
    name: 'javascript',
    extension: 'js',
    about: 'JavaScript module without imports',
    settings: code(['bundled', 'Math']),
    print: toJavaScript,
    selfTest: verifyJavaScript,
  },
  {
    name: 'typescript',
    extension: 'ts',
    about: 'TypeScript module without imports',
    settings: code(['bundled', 'Math']),
    print: toTypeScript,
    selfTest: verifyTypeScript,
  },
  {
    name: 'c',
    extension: 'h',
    about: 'C99 header',
    settings: {
      ...code(['bundled', 'math.h']),
      type: choice('type', ['double', 'float'], 'the type of numbers (double)'),
      name: prefix,
    },
    print: toC,
    selfTest: verifyC,
  },
  {
    name: 'python',
    extension: 'py',
    about: 'Python module, standard library only',
    settings: { vectors },
    print: toPython,
    selfTest: verifyPython,
  },
  {
    name: 'sql',
    extension: 'sql',
    about: 'SQL',
    settings: {
      vectors,
      dialect: choice('dialect', ['postgres', 'duckdb', 'sqlite'], 'whose SQL (postgres)'),
      form: choice('form', ['select', 'view', 'function'], 'a query (select), a view, or a function or macro'),
      from: word('from', 'the table that holds the inputs in columns; a function needs none'),
      name: word('name', about),
    },
    print: toSql,
    complaint: sqlComplaint,
    selfTest: verifySqlite,
  },
  {
    name: 'spreadsheet',
    extension: 'fods',
    about: 'spreadsheet',
    settings: { vectors, format: choice('format', ['fods', 'csv'], 'OpenDocument, or CSV of formulas (fods)') },
    print: toSpreadsheet,
  },
  {
    name: 'onnx',
    extension: 'onnx',
    about: 'ONNX model',
    settings: { vectors, precision: choice('precision', ['f32', 'f64'], 'the type of numbers (f32)') },
    print: toOnnx,
  },
  { name: 'wgsl', extension: 'wgsl', about: 'WGSL function', settings: { vectors, name: prefix }, print: toWgsl },
  { name: 'glsl', extension: 'glsl', about: 'GLSL function', settings: { vectors, name: prefix }, print: toGlsl },
  { name: 'text', extension: 'txt', about: 'formula in text', settings: formulaSettings, print: toText },
  { name: 'latex', extension: 'tex', about: 'formula in LaTeX', settings: formulaSettings, print: toLatex },
  { name: 'mathml', extension: 'mml', about: 'formula in MathML', settings: formulaSettings, print: toMathML },
  { name: 'dot', extension: 'dot', about: 'drawing for Graphviz', settings: drawingSettings, print: toDot },
  { name: 'mermaid', extension: 'mmd', about: 'drawing for Mermaid', settings: drawingSettings, print: toMermaid },
];

export const targetNames = (): string => targets.map(({ name }) => name).join(', ');

/** The settings of all targets. */
export const allSettings: Readonly<Record<string, OptionHelp>> = merged(targets.map(({ settings }) => settings));

/**
 * What is printed to a file: text ends with a line.
 * @throws CommandError if the options do not go together.
 */
export const printed = (target: Target, outputs: Outputs, options: object): string | Uint8Array => {
  const complaint = target.complaint?.(options);
  if (complaint !== undefined) throw usageError(complaint);
  const artefact = target.print(outputs, options);
  return typeof artefact !== 'string' || artefact.endsWith('\n') ? artefact : `${artefact}\n`;
};
