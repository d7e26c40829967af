import { ExportError } from '../errors.ts';

/**
 * A name as a C string of UTF-8: everything but letters, digits and a few signs as three octal digits, so that no quote, backslash
 * or trigraph is left.
 * @throws ExportError for a name that no C string can hold: one with a null character, or half of a surrogate pair.
 */
export function cString(name: string): string {
  if (name.includes('\0') || halfPair.test(name))
    throw new ExportError(
      `toC: the name ${JSON.stringify(name)} has a ${name.includes('\0') ? 'null character' : 'half of a surrogate pair'}, which no C string can hold. Rename it, or use toJavaScript or toPython.`,
    );
  const bytes = new TextEncoder().encode(name);
  return `"${Array.from(bytes, (byte) => {
    const sign = String.fromCharCode(byte);
    return /[\w .,:;()[\]<>=+*\-/]/.test(sign) ? sign : `\\${byte.toString(8).padStart(3, '0')}`;
  }).join('')}"`;
}

/** Half of a surrogate pair without the other. */
const halfPair = /\p{Surrogate}/u;
