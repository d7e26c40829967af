import { describe } from '@chainrule/core';
import { TrainingError } from './errors.ts';

/**
 * Says what an option should have been, unless it is.
 * @throws TrainingError if not `ok`.
 */
export function check(ok: boolean, what: string, value: unknown, expected: string): void {
  if (!ok) throw new TrainingError(`${what} must be ${expected}, not ${describe(value)}.`);
}

/** Refuses options that do not exist, so that a misspelled one is not silently ignored. */
export function checkNames(what: string, options: object, known: readonly string[]): void {
  check(
    typeof options === 'object' && options !== null,
    `${what}: options`,
    options,
    `a record of ${known.join(', ')}`,
  );
  for (const name of Object.keys(options))
    if (!known.includes(name))
      throw new TrainingError(`${what} has no option "${name}". There are: ${known.join(', ')}.`);
}

/** @throws TrainingError if a decay is not in 0…1. */
export function checkDecay(what: string, value: number): void {
  check(value >= 0 && value < 1, what, value, 'a number from 0 up and below 1');
}

/** @throws TrainingError if an ε is not positive. */
export function checkEpsilon(what: string, value: number): void {
  check(value > 0 && value < Number.POSITIVE_INFINITY, what, value, 'a small positive number');
}

/** @throws TrainingError if it is not a signal, such as an AbortController has. */
export function checkSignal(signal: AbortSignal | undefined): void {
  check(signal === undefined || typeof signal?.aborted === 'boolean', 'signal', signal, 'controller.signal');
}

/** @throws TrainingError if one is not a function. */
export function checkCallbacks(callbacks: Readonly<Record<string, unknown>>): void {
  for (const [name, callback] of Object.entries(callbacks))
    check(callback === undefined || typeof callback === 'function', name, callback, 'a function');
}
