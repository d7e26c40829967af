import type { Command } from '../command.ts';
import { usageError } from '../errors.ts';
import { table } from '../help.ts';
import { writing } from '../output.ts';
import { readModel } from '../readModel.ts';
import { optionsOf, settingsHelp } from '../settings.ts';
import { targetOf } from '../targetOf.ts';
import { allSettings, printed, targets } from '../targets.ts';
import { typicalRows } from '../typicalRows.ts';

/** `chainrule export model.json --to c -o model.h` */
export const exportCommand: Command = {
  name: 'export',
  about: 'Prints a network in another language.',
  files: ['model.json'],
  options: {
    to: { short: 't', value: 'target', about: 'the language (by default what the end of the file says)' },
    output: { short: 'o', value: 'file', about: 'where to (by default to the terminal)' },
    rows: { value: 'rows.csv', about: 'typical rows, which code checks itself with (by default numbers from -3 to 8)' },
    ...settingsHelp(allSettings),
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
  run: async ([model], { to, output, rows, ...options }, { stdout }) => {
    const target = targetOf(to, output);
    const settings: { readonly vectors?: object } = optionsOf(target.settings, options, target.name);
    if (rows !== undefined && target.settings['vectors'] === undefined)
      throw usageError(`${target.name} has no option --rows: it carries no test vectors.`);
    const outputs = await readModel(model as string);
    const vectors =
      rows === undefined ? {} : { vectors: { ...settings.vectors, rows: await typicalRows(outputs, rows) } };
    const artefact = printed(target, outputs, { ...settings, ...vectors });
    if (typeof artefact !== 'string' && output === undefined && stdout.isTTY)
      throw usageError(`${target.name} is no text for a terminal. Add -o model.${target.extension}.`);
    await writing(output, stdout, (write) => write(artefact));
  },
};
