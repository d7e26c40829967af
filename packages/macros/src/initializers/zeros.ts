import { constants } from './constants.ts';
import type { Initializer } from './initializer.ts';

/**
 * Zero everywhere: how biases start.
 * @example linear([x, y], 1, { initializer: zeros() })
 */
export function zeros(): Initializer {
  return constants(0);
}
