/**
 * A name as a string in JavaScript and JSON: quotes and control characters escaped, and all that is not ASCII, so that it can neither
 * end the string nor change how the text reads.
 */
export const quoted = (name: string): string =>
  JSON.stringify(name).replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
