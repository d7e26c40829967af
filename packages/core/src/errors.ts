/** Every error that Chainrule throws on purpose: `catch (error) { if (error instanceof ChainruleError) … }`. */
export class ChainruleError extends Error {
  override name = 'ChainruleError';
}

/** A graph was built or used in a way that has no meaning. */
export class GraphError extends ChainruleError {
  override name = 'GraphError';
}

/** A row or a column does not give an input what it needs. */
export class InputError extends ChainruleError {
  override name = 'InputError';
}

/** A saved model cannot be read; `pointer` (RFC 6901) is the place in the file. */
export class ModelFileError extends ChainruleError {
  override name = 'ModelFileError';
  readonly pointer: string;

  constructor(pointer: string, message: string) {
    super(`Model file, at ${pointer === '' ? 'the top' : printable(pointer)}: ${message}`);
    this.pointer = pointer;
  }
}

/** A value as an error message shows it: short, with its type where that helps. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `"${short(value)}" (a string)`;
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (typeof value === 'function') return `a function${value.name ? ` (${value.name})` : ''}`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  if ('length' in value && typeof value.length === 'number') return `an array of ${value.length}`;
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  return kind === 'Object' ? `an object (${someOf(Object.keys(value), 5)})` : `a ${kind}`;
}

/** Names for a message: the first few, each short. */
export function someOf(names: readonly string[], count = 8): string {
  const some = names.slice(0, count).map(short).join(', ');
  return names.length > count ? `${some}, … (${names.length} in all)` : some;
}

const short = (text: string): string => printable(text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Text in which nothing is invisible: what breaks lines, turns the direction of writing or has no shape is written `\u202e`. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{DI}]/gu, (found) =>
    found.replace(/./gs, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
