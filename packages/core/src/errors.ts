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
    super(`Model file, at ${pointer === '' ? 'the top' : pointer}: ${message}`);
    this.pointer = pointer;
  }
}

/** A value as an error message shows it: short, with its type where that helps. */
export function describe(value: unknown): string {
  if (typeof value === 'string')
    return value.length > 40 ? `"${value.slice(0, 40)}…" (a string)` : `"${value}" (a string)`;
  if (value === null || value === undefined || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (typeof value === 'function') return `a function${value.name ? ` (${value.name})` : ''}`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  return 'length' in value
    ? `an array of ${String(value.length)}`
    : `an object (${Object.keys(value).slice(0, 5).join(', ')})`;
}
