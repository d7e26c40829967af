import { summary } from '@chainrule/core';
import type { Command } from '../command.ts';
import { writing } from '../output.ts';
import { readModel } from '../readModel.ts';

/** `chainrule summary model.json` */
export const summaryCommand: Command = {
  name: 'summary',
  about: 'Prints what a network is made of: inputs, layers, parameters.',
  files: ['model.json'],
  options: {},
  run: async ([model], _, { stdout }) => {
    const text = String(summary(await readModel(model as string)));
    await writing(undefined, stdout, (write) => write(`${text}\n`));
  },
};
