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
    super(`Model file, at ${pointer === '' ? 'the top' : JSON.stringify(pointer).slice(1, -1)}: ${message}`);
    this.pointer = pointer;
  }
}

/** A value as an error message shows it: short, with its type where that helps. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return `${JSON.stringify(short(value))} (a string)`;
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (typeof value === 'function') return `a function${value.name ? ` (${value.name})` : ''}`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  const { length } = value as { length?: unknown };
  if (typeof length === 'number') return `an array of ${length}`;
  if ('kind' in value && 'rank' in value) return 'a node';
  return `an object (${someOf(Object.keys(value))})`;
}

/** Names for a message: the first few, each short. */
export const someOf = (names: readonly string[]): string =>
  names.slice(0, 8).map(short).join(', ') + (names.length > 8 ? ', …' : '');

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
