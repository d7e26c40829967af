import { parseArgs } from 'node:util';
import { usageError } from './errors.ts';

/** Where a command reads and writes: `process` is one. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: {
    /** Whether more may be written at once; else `drain` says when. */
    write(chunk: string | Uint8Array): boolean;
    once(event: 'drain', listener: () => void): unknown;
    readonly isTTY?: boolean | undefined;
  };
  readonly stderr: { write(text: string): unknown };
}

/** An option that takes a value; all do. */
export interface OptionHelp {
  readonly short?: string;
  /** What the value is called in the help. */
  readonly value: string;
  readonly about: string;
}

/** One command, with all that its help says. */
export interface Command {
  readonly name: string;
  /** What it does, in one line. */
  readonly about: string;
  /** The files that it takes, as the usage line names them; one in brackets may be left out. */
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, OptionHelp>>;
  /** More for its help. */
  readonly more?: () => readonly string[];
  /** @returns the exit code */
  run(files: readonly string[], options: Options, streams: Streams): Promise<void>;
}

/** The values of the options that were given. */
export type Options = Readonly<Record<string, string | undefined>>;

/**
 * The files and options of a command line; undefined if it asks for help.
 * @throws CommandError if an option is not known or lacks its value, or if there are too few or too many files.
 */
export function readArguments(
  command: Command,
  args: readonly string[],
): { readonly files: readonly string[]; readonly options: Options } | undefined {
  const { name, files, options } = command;
  const see = `See chainrule ${name} --help.`;
  const parsed = (() => {
    try {
      return parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          help: { type: 'boolean', short: 'h' },
          ...Object.fromEntries(
            Object.entries(options).map(([option, { short }]) => [
              option,
              { type: 'string' as const, ...(short === undefined ? {} : { short }) },
            ]),
          ),
        },
      });
    } catch (error) {
      throw usageError(`${reason(error)} ${see}`);
    }
  })();
  const { help, ...values } = parsed.values as Record<string, unknown>;
  if (help === true) return undefined;
  const needed = files.filter((file) => !file.startsWith('['));
  const missing = needed[parsed.positionals.length];
  if (missing !== undefined) throw usageError(`chainrule ${name} needs ${missing}. ${see}`);
  const extra = parsed.positionals[files.length];
  if (extra !== undefined) throw usageError(`chainrule ${name} does not know what to do with "${extra}". ${see}`);
  return { files: parsed.positionals, options: values as Options };
}

/** What parseArgs says, its first sentence; of a value that begins with a dash, how it is written. */
function reason(error: unknown): string {
  const { message } = error as Error;
  const [, option] = /^Option '(?:-., )?(--\S+?)(?: <value>)?' argument is ambiguous/.exec(message) ?? [];
  if (option !== undefined) return `${option} lacks its value; one that begins with a dash is written ${option}=-…`;
  return `${message.split(/\. |\n/)[0]?.replace(/\.$/, '')}.`;
}

/** A number of an option. */
export function wholeNumber(option: string, text: string, from: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || !Number.isSafeInteger(value))
    throw usageError(`--${option} must be a whole number from ${from} up, not "${text}".`);
  return value;
}

/** One of some words. */
export function oneOf<Word extends string>(option: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw usageError(`--${option} must be ${words.join(' or ')}, not "${text}".`);
  return found;
}
