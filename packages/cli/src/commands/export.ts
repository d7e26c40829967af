import type { Command } from '../command.ts';
import { usageError } from '../errors.ts';
import { exportOptions, rowsHelp } from '../exportOptions.ts';
import { table } from '../help.ts';
import { writing } from '../output.ts';
import { readOnce } from '../readModel.ts';
import { targetOf } from '../targetOf.ts';
import { allSettings, printed, targets } from '../targets.ts';

/** `chainrule export model.json --to c -o model.h` */
export const exportCommand: Command = {
  name: 'export',
  about: 'Prints a network in another language.',
  files: ['model.json'],
  options: {
    to: { short: 't', value: 'target', about: 'the language (by default what the end of the file says)' },
    output: { short: 'o', value: 'file', about: 'where to (by default to the terminal)' },
    rows: rowsHelp,
    ...allSettings,
  },
  more: () => [
    'Targets, and the options of each:',
    ...table(
      targets.map(({ name, extension, about, settings }) => [
        `${name} (.${extension})`,
        `${about}: ${Object.keys(settings)
          .map((setting) => `--${setting}`)
          .join(' ')}`,
      ]),
    ),
  ],
  run: async ([model], { to, output, ...options }, { stdout }) => {
    const target = targetOf(to, output);
    const outputs = readOnce(model as string);
    const settings = await exportOptions(target, options, outputs);
    const artefact = printed(target, await outputs(), settings);
    if (typeof artefact !== 'string' && output === undefined && stdout.isTTY)
      throw usageError(`${target.name} is no text for a terminal. Add -o model.${target.extension}.`);
    await writing(output, stdout, (write) => write(artefact));
  },
};
