// The command line as people run it: the real program, in a process of its own.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toJSON } from '@chainrule/core';
import { afterAll } from 'vitest';
import { layered, model } from './models.ts';

const bin = join(import.meta.dirname, '..', 'bin.ts');

/** How a process ended, and what it wrote. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The outcome of a run that writes nothing but a message. */
export const fails = (code: number, stderr: string): Outcome => ({ code, stdout: '', stderr });

/** The program in a folder of its own, which is gone after the tests of the file. */
export interface Program {
  /** The path of a file in the folder. */
  path(name: string): string;
  /** Writes a file into the folder; gives its name. */
  write(name: string, content: string | Uint8Array): string;
  /** Starts the program in the folder. */
  start(args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams;
  /** Runs the program in the folder. */
  run(
    args: readonly string[],
    around?: { readonly stdin?: string; readonly env?: Readonly<Record<string, string>> },
  ): Promise<Outcome>;
}

/** A folder with the models of the tests, `model.json` and `layered.json`, and the rows of `rows.csv` for the first. */
export function program(): Program {
  const folder = mkdtempSync(join(tmpdir(), 'cli-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const its: Program = {
    path: (name) => join(folder, name),
    write: (name, content) => {
      writeFileSync(its.path(name), content);
      return name;
    },
    start: (args, env = {}) =>
      spawn(process.execPath, ['--conditions=@chainrule/source', bin, ...args], {
        cwd: folder,
        env: { ...process.env, ...env },
      }),
    run: (args, { stdin = '', env = {} } = {}) => {
      const child = its.start(args, env);
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (chunk) => (stdout += chunk));
      child.stderr.on('data', (chunk) => (stderr += chunk));
      child.stdin.on('error', () => {});
      child.stdin.end(stdin);
      return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
    },
  };
  its.write('model.json', JSON.stringify(toJSON(model)));
  its.write('layered.json', JSON.stringify(toJSON(layered)));
  its.write('rows.csv', 'fahrenheit\n32\n212\n');
  return its;
}
