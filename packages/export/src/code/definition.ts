import { indented } from '../text.ts';
import type { Kind, Language } from './language.ts';

/** A routine with its body. */
export const definition = (
  { routine, open, close }: Language,
  name: string,
  parameters: readonly (readonly [name: string, kind: Kind])[],
  gives: 'number' | 'nothing',
  body: readonly string[],
): readonly string[] => [
  routine(name, parameters, gives) + open,
  ...body.map(indented),
  ...(close === undefined ? [] : [close]),
];

/** A function of one number. */
export const ofOne = (language: Language, name: string, parameter: string, ...body: string[]): readonly string[] =>
  definition(language, language.own(name), [[parameter, 'number']], 'number', body);
