import { ExportError } from './errors.ts';

/**
 * A number of the network as a 32-bit float.
 * @throws ExportError, with the way out, for a finite number that is none of them.
 */
export function floatOf(value: number, target: string, wayOut: string): number {
  const float = Math.fround(value);
  if (Number.isFinite(float) || !Number.isFinite(value)) return float;
  throw new ExportError(`${target}: the network holds ${value}, and 32-bit floats end at 3.4e38. ${wayOut}`);
}
