import { toText } from '@chainrule/export';
import type { Command } from '../command.ts';
import { writing } from '../output.ts';
import { readModel } from '../readModel.ts';
import { formulaSettings, optionsOf } from '../settings.ts';

/** `chainrule formula model.json` */
export const formula: Command = {
  name: 'formula',
  about: 'Prints a network as a formula in text.',
  files: ['model.json'],
  options: formulaSettings,
  run: async ([model], options, { stdout }) => {
    const settings = optionsOf(formulaSettings, options, 'formula');
    const text = toText(await readModel(model as string), settings);
    await writing(undefined, stdout, (write) => write(`${text}\n`));
  },
};
