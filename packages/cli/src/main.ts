import { readFileSync } from 'node:fs';
import { ChainruleError, InputError, ModelFileError } from '@chainrule/core';
import { readArguments, type Streams } from './command.ts';
import { exportCommand } from './commands/export.ts';
import { formula } from './commands/formula.ts';
import { predict } from './commands/predict.ts';
import { summaryCommand } from './commands/summary.ts';
import { verify } from './commands/verify.ts';
import { CommandError, exitCodes } from './errors.ts';
import { helpOf, overview } from './help.ts';

export type { Streams };

const commands = [exportCommand, formula, summaryCommand, predict, verify];

/**
 * Runs one command line of `chainrule` and gives its exit code: 0 done, 1 failed, 2 wrong usage, 3 wrong data, 4 wrong model.
 * What went wrong is written to `stderr` in one line.
 * @example process.exitCode = await main(['formula', 'model.json'], process);
 */
export async function main(args: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = args;
  const print = (text: string): number => {
    streams.stdout.write(text);
    return 0;
  };
  if (name === '--help' || name === '-h' || name === 'help') return print(overview(commands));
  if (name === '--version' || name === '-v') return print(`${version()}\n`);
  const command = commands.find((each) => each.name === name);
  const known = commands.map((each) => each.name).join(', ');
  try {
    if (command === undefined)
      throw new CommandError(
        exitCodes.usage,
        name === undefined
          ? `Which command? There are: ${known}. See chainrule --help.`
          : `There is no command "${name}". There are: ${known}. See chainrule --help.`,
      );
    const read = readArguments(command, rest);
    if (read === undefined) return print(helpOf(command));
    await command.run(read.files, read.options, streams);
    return 0;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    streams.stderr.write(`${(error as Error).message}\n`);
    return code;
  }
}

/** The exit code for an error that is ours; a mistake of the program itself has none. */
function codeOf(error: unknown): number | undefined {
  if (error instanceof CommandError) return error.exitCode;
  if (error instanceof InputError) return exitCodes.data;
  if (error instanceof ModelFileError || error instanceof ChainruleError) return exitCodes.model;
  return undefined;
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
