import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { failure } from '../errors.ts';
import type { Verdict } from './selfTest.ts';

/** The first of some commands that is on PATH. */
export function toolOf(what: string, commands: readonly string[]): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = process.platform === 'win32' ? commands.map((command) => `${command}.exe`) : commands;
  const found = names.find((name) => folders.some((folder) => existsSync(join(folder, name))));
  if (found === undefined)
    throw failure(`${what} needs ${commands.join(' or ')}, and none is on PATH. Install it, or verify elsewhere.`);
  return found;
}

/**
 * What a tool prints, run in a folder, for a minute at most.
 * @throws CommandError with what it complained about.
 */
export function output(folder: string, tool: string, ...args: string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile(tool, args, { cwd: folder, timeout: 60_000 }, (error, text, complaints) => {
      if (error === null) done(text);
      else if (error.killed === true) fail(failure(`${tool} was still running after a minute.`));
      else fail(failure(`${tool} failed: ${(complaints.trim() || error.message).slice(0, 2000)}`));
    });
  });
}

/** The verdict that an artefact printed: the error and the bound, as two numbers. */
export function verdictOf(text: string): Verdict {
  const [error, bound] = text.trim().split(/\s+/).map(numberOf);
  if (error === undefined || bound === undefined || Number.isNaN(error) || Number.isNaN(bound))
    throw failure(`The artefact gave no verdict, but: ${JSON.stringify(text.slice(0, 200))}.`);
  return { error, bound };
}

/** JavaScript, C and Python write infinity differently. */
const numberOf = (text: string): number => (/^inf(inity)?$/i.test(text) ? Number.POSITIVE_INFINITY : Number(text));

export const noVectors = (): Error =>
  failure('The artefact carries no test vectors, so it cannot check itself. Export it again, without --vectors 0.');
