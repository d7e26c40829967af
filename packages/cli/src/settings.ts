import { type OptionHelp, type Options, oneOf, wholeNumber } from './command.ts';
import { usageError } from './errors.ts';

/** An option of an export: how its text becomes a value, and of which option of the function. */
export interface Setting extends OptionHelp {
  read(text: string): object;
}

export type Settings = Readonly<Record<string, Setting>>;

const digits: Setting = {
  value: 'n',
  about: 'significant digits of numbers (4), or all',
  read: (text) => ({ digits: text === 'all' ? Number.POSITIVE_INFINITY : wholeNumber('digits', text, 1) }),
};

/** Settings of formulas. */
export const formulaSettings: Settings = {
  digits,
  ops: {
    value: 'named|expanded',
    about: 'operations as they were called (named), or as the engines compute them',
    read: (text) => ({ ops: oneOf('ops', text, ['named', 'expanded']) }),
  },
  parameters: {
    value: 'values|names',
    about: 'parameters as numbers (values) or by name',
    read: (text) => ({ parameters: oneOf('parameters', text, ['values', 'names']) }),
  },
  steps: {
    value: 'shared|every|none',
    about: 'what has a line of its own besides outputs (shared: what is used twice)',
    read: (text) => ({ steps: oneOf('steps', text, ['shared', 'every', 'none']) }),
  },
};

/** Settings of drawings. */
export const drawingSettings: Settings = {
  digits,
  'fold-above': {
    value: 'n',
    about: 'a graph of more nodes is drawn with a box for each layer (150)',
    read: (text) => ({ foldAbove: wholeNumber('fold-above', text, 0) }),
  },
};

/** Test vectors of code. */
export const vectors: Setting = {
  value: 'n',
  about: 'how many rows the code checks itself with (16); 0 for none',
  read: (text) => ({ vectors: { count: wholeNumber('vectors', text, 0) } }),
};

/** A setting that is one of some words. */
export const choice = (key: string, words: readonly string[], about: string): Setting => ({
  value: words.join('|'),
  about,
  read: (text) => ({ [key]: oneOf(key, text, words) }),
});

/** A setting that is any word. */
export const word = (key: string, about: string): Setting => ({
  value: 'word',
  about,
  read: (text) => ({ [key]: text }),
});

/** A setting that names in a program begin with. */
export const identifier = (key: string, about: string): Setting => ({
  value: 'word',
  about,
  read: (text) => {
    if (!/^[a-z]\w*$/i.test(text))
      throw usageError(`--${key} must be letters, digits and _, beginning with a letter, not "${text}".`);
    return { [key]: text };
  },
});

/** What a command line says about settings, as options of the function that `target` calls. */
export function optionsOf(settings: Settings, options: Options, target: string): object {
  const read = Object.entries(options).map(([name, text]) => {
    const setting = settings[name];
    if (setting === undefined) {
      const has = Object.keys(settings).map((each) => `--${each}`);
      throw usageError(
        `${target} has no option --${name}. ${has.length === 0 ? 'It has none.' : `It has ${has.join(', ')}.`}`,
      );
    }
    return setting.read(text as string);
  });
  return Object.assign({}, ...read);
}

/** Settings of several targets; where two take different words for one, all of them. */
export function merged(all: readonly Settings[]): Readonly<Record<string, OptionHelp>> {
  const found: Record<string, OptionHelp> = {};
  for (const [name, setting] of all.flatMap((settings) => Object.entries(settings))) {
    const words = [...(found[name]?.value.split('|') ?? []), ...setting.value.split('|')];
    found[name] = { ...setting, value: [...new Set(words)].join('|') };
  }
  return found;
}
