import { ChainruleError } from '@chainrule/core';

/** A network cannot be printed as it was asked for: too large for the target, or a name or an option that it has no form for. */
export class ExportError extends ChainruleError {
  override name = 'ExportError';
}

/** What a target takes of something, and what else there is. */
interface Cap {
  /** The function that was called, such as `toSql`. */
  readonly target: string;
  /** What is counted, in the plural: `columns`. */
  readonly what: string;
  readonly limit: number;
  /** Which target or form takes more. */
  readonly wayOut: string;
}

/**
 * @throws ExportError naming the size, the limit and the way out, if `size` is above the limit.
 * @example checkSize(2500, { target: 'toSql', what: 'columns', limit: 2000, wayOut: 'Export fewer outputs at a time.' })
 */
export function checkSize(size: number, { target, what, limit, wayOut }: Cap): void {
  if (size <= limit) return;
  const [has, takes] = [size, limit].map((count) => count.toLocaleString('en'));
  throw new ExportError(`${target}: the network has ${has} ${what}, and the limit is ${takes}. ${wayOut}`);
}
