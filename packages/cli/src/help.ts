import type { Command, OptionHelp } from './command.ts';

/** What `chainrule --help` prints. */
export const overview = (commands: readonly Command[]): string =>
  [
    'Exports, reads, runs and verifies a network that @chainrule/core saved as JSON.',
    '',
    ...table(commands.map((command) => [usageOf(command), command.about])),
    '',
    'chainrule <command> --help says more, chainrule --version which one this is.',
    'Exit codes: 0 done, 1 failed, 2 wrong usage, 3 wrong data, 4 not a model, or none that can be exported so.',
    '',
  ].join('\n');

/** What `chainrule <command> --help` prints. */
export const helpOf = (command: Command): string =>
  [
    command.about,
    '',
    `  ${usageOf(command)}`,
    '',
    ...table(
      Object.entries(command.options).map(([name, { short, value, about }]) => [
        `${short === undefined ? '' : `-${short}, `}--${name} ${value}`,
        about,
      ]),
    ),
    ...(command.more === undefined ? [] : ['', ...command.more()]),
    '',
  ].join('\n');

const usageOf = ({ name, files, options }: Command): string =>
  ['chainrule', name, ...files, ...Object.entries(options).filter(isShown).map(optionText)].join(' ');

/** Those with a letter are the ones that everybody needs. */
const isShown = ([, { short }]: readonly [string, OptionHelp]): boolean => short !== undefined;
const optionText = ([name, { value, short }]: readonly [string, OptionHelp]): string =>
  `[${short === undefined ? `--${name}` : `-${short}`} ${value}]`;

/** Two columns. */
export function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
