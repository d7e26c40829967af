import { LabError, type Part } from './labError.ts';
import { type LabState, labState } from './labState.ts';

/**
 * A state from what was read, whatever that is.
 * @throws LabError naming the place that does not fit.
 */
export function parseState(value: unknown, part: Part): LabState {
  const trouble = labState(value);
  if (trouble !== undefined) throw new LabError(part, `This is not a state of the Lab: ${trouble}.`);
  return value as LabState;
}
