import type { Language } from './language.ts';

/** The tables of a network; one that is equal to another is printed once. */
export interface Tables {
  readonly lines: readonly string[];
  /** The name of a table. */
  name(values: readonly number[], kind: 'numbers' | 'places'): string;
}

export function tablesOf(language: Language): Tables {
  const names = new Map<string, string>();
  const lines: string[] = [];
  return {
    lines,
    name: (values, kind) => {
      const key = `${kind} ${values.map((value) => (Object.is(value, -0) ? '-0' : value)).join()}`;
      const known = names.get(key);
      if (known !== undefined) return known;
      const name = language.own(`t${names.size}`);
      names.set(key, name);
      lines.push(language.table(name, values, kind));
      return name;
    },
  };
}
