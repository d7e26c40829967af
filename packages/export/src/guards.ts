import type { PrimitiveName } from '@chainrule/core';
import type { Danger, Ranged } from './ranges.ts';
import type { Spelled } from './spelling.ts';
import type { Operation, Term } from './terms.ts';

/** Another spelling of a primitive, for arguments that bring one of these dangers. */
export interface Guard {
  readonly against: readonly Danger[];
  readonly spelled: Spelled;
}

/** Spellings where a danger must be met; a danger without a guard is none. */
export type Guards = Readonly<Partial<Record<PrimitiveName, Guard>>>;

export const guard = (spelled: (...args: string[]) => string, ...against: readonly Danger[]): Guard => ({
  against,
  spelled: (args) => spelled(...args),
});

/** For each term, the spelling that its dangers call for; a sum with factors needs none. */
export const guardsFor = (
  terms: readonly Term[],
  ranges: readonly Ranged[],
  guards: Guards,
): readonly (Spelled | undefined)[] =>
  terms.map((term, id) => {
    if (term.kind !== 'operation' || term.factors !== undefined) return undefined;
    const its = guards[term.primitive];
    return its?.against.some((danger) => ranges[id]?.dangers.includes(danger)) ? its.spelled : undefined;
  });

/** Whether the spelling of an operation writes an argument more than once. */
export function repeatsArguments(spelled: Spelled, { args }: Operation): boolean {
  const names = args.map((_, i) => `@${i}@`);
  const text = spelled(names);
  return names.some((name) => text.indexOf(name) !== text.lastIndexOf(name));
}
