import { ExportError } from '../errors.ts';
import type { Dialect } from './dialect.ts';

export type Name = string;

/** A name as an identifier. */
export const identifier = (name: Name): string => `"${name.replaceAll('"', '""')}"`;

/** A table, in its schema if that is given. */
export const tableName = (path: readonly Name[]): string => path.map(identifier).join('.');

/** What no database takes. */
export function refusedEverywhere(name: Name): string | undefined {
  if (name.includes('\u0000')) return 'it holds the character U+0000';
  if (/\p{Cs}/u.test(name)) return 'it holds half of a character (a lone surrogate)';
  return undefined;
}

/**
 * Checks that names can stand beside each other.
 * @throws ExportError for a name that the database does not take, or two that it cannot tell apart.
 */
export function checkNames(
  names: readonly Name[],
  what: string,
  { name: dialect, foldsCase, refusal }: Pick<Dialect, 'name' | 'foldsCase' | 'refusal'>,
  wayOut: string,
): void {
  const seen = new Map<string, Name>();
  for (const name of names) {
    const reason = refusal(name);
    if (reason !== undefined)
      throw new ExportError(`toSql: ${dialect} takes no ${what} called ${JSON.stringify(name)}: ${reason}. ${wayOut}`);
    const folded = foldsCase ? name.toLowerCase() : name;
    const other = seen.get(folded);
    if (other !== undefined)
      throw new ExportError(
        `toSql: ${dialect} cannot tell the ${what}s ${JSON.stringify(other)} and ${JSON.stringify(name)} apart. ${wayOut}`,
      );
    seen.set(folded, name);
  }
}
