import type { Outputs } from '@chainrule/core';
import {
  toC,
  toDot,
  toJavaScript,
  toLatex,
  toMathML,
  toMermaid,
  toPython,
  toText,
  toTypeScript,
} from '@chainrule/export';
import type { OptionHelp } from './command.ts';
import { choice, drawingSettings, formulaSettings, merged, type Settings, vectors } from './settings.ts';
import { verifyC } from './verify/c.ts';
import { verifyJavaScript, verifyTypeScript } from './verify/javascript.ts';
import { verifyPython } from './verify/python.ts';
import type { SelfTest } from './verify/selfTest.ts';

/** What `chainrule export --to` can print. */
export interface Target {
  readonly name: string;
  /** What the file's name ends with; the first target of an extension is the one that `-o` chooses. */
  readonly extension: string;
  readonly about: string;
  readonly settings: Settings;
  print(outputs: Outputs, options: object): string | Uint8Array;
  /** Runs the check that an artefact carries; without it, an artefact is verified by printing it again. */
  readonly selfTest?: SelfTest;
}

const code = (functions: readonly string[]): Settings => ({
  functions: choice('functions', functions, `elementary functions: ${functions[0]} ones, or those of the machine`),
  vectors,
});

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
      name: {
        value: 'word',
        about: 'what all names in the header begin with (model)',
        read: (text) => ({ name: text }),
      },
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
  { name: 'text', extension: 'txt', about: 'formula in text', settings: formulaSettings, print: toText },
  { name: 'latex', extension: 'tex', about: 'formula in LaTeX', settings: formulaSettings, print: toLatex },
  { name: 'mathml', extension: 'mml', about: 'formula in MathML', settings: formulaSettings, print: toMathML },
  { name: 'dot', extension: 'dot', about: 'drawing for Graphviz', settings: drawingSettings, print: toDot },
  { name: 'mermaid', extension: 'mmd', about: 'drawing for Mermaid', settings: drawingSettings, print: toMermaid },
];

export const targetNames = (): string => targets.map(({ name }) => name).join(', ');

/** The settings of all targets. */
export const allSettings: Readonly<Record<string, OptionHelp>> = merged(targets.map(({ settings }) => settings));

/** What is printed to a file: text ends with a line. */
export const printed = (target: Target, outputs: Outputs, options: object): string | Uint8Array => {
  const artefact = target.print(outputs, options);
  return typeof artefact !== 'string' || artefact.endsWith('\n') ? artefact : `${artefact}\n`;
};
