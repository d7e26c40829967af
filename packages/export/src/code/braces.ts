import type { Language } from './language.ts';

/** How C and the languages after it write statements and choices. */
export const braces: Pick<Language, 'end' | 'open' | 'close' | 'condition' | 'choose'> = {
  end: ';',
  open: ' {',
  close: '}',
  condition: (text) => `(${text})`,
  choose: (condition, a, b) => `${condition} ? ${a} : ${b}`,
};
