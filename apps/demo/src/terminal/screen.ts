import type { Terminal } from '@chainrule/training';

/** What the story is written to. */
export interface Screen {
  /** Characters in a line, at most 100. */
  readonly width: number;
  /** Whether escape codes for colour are welcome. */
  readonly colour: boolean;
  /** Where a line may be rewritten in place; `false` if the output is a pipe, a file or the log of a CI run. */
  readonly live: Terminal | false;
  print(line: string): void;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What an output can show. `NO_COLOR` and `FORCE_COLOR` have the last word about colour (https://no-color.org,
 * https://force-color.org).
 */
export function screenFor(output: Terminal, env: Environment): Screen {
  const isTerminal = output.isTTY === true && env.TERM !== 'dumb' && !isSet(env.CI);
  const columns = output.columns || Number(env.COLUMNS) || 80;
  return {
    width: Math.max(40, Math.min(columns, 100)),
    colour: !env.NO_COLOR && (isSet(env.FORCE_COLOR) || isTerminal),
    live: isTerminal && output,
    print: (line) => output.write(`${line}\n`),
  };
}

const isSet = (value: string | undefined): boolean => value !== undefined && !['', '0', 'false'].includes(value);
