import * as v from 'valibot';
import { LabError, type Part } from './labError.ts';
import { type LabState, labState } from './labState.ts';

/**
 * A state from what was read, whatever that is.
 * @throws LabError naming the place that does not fit.
 */
export function parseState(value: unknown, part: Part): LabState {
  const { success, output, issues } = v.safeParse(labState, value);
  if (success) return output;
  const [{ message, ...issue }] = issues;
  const place = v.getDotPath({ message, ...issue }) ?? 'the whole';
  throw new LabError(part, `This is not a state of the Lab: at ${place}, ${message.replace(/^Invalid/, 'invalid')}.`);
}
