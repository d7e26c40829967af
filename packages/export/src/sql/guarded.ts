import type { Program } from '@chainrule/core';
import { dotProducts } from '../dotProducts.ts';
import { expandErf } from '../expandErf.ts';
import { balanced, shortLists } from '../lists.ts';
import { inputRange, type Ranged, rangesOf } from '../ranges.ts';
import type { Spelled } from '../spelling.ts';
import { type Steps, stepRule, stepsOf } from '../steps.ts';
import { type Operation, type Terms, termsOf } from '../terms.ts';
import type { Dialect, Guard, Held } from './dialect.ts';

/** A network as steps for a database, and the operations that need another spelling than their primitive's. */
export interface Guarded {
  readonly steps: Steps;
  readonly special: (id: number) => Spelled | undefined;
  /** What inputs are held to, if they are. */
  readonly held: Held | undefined;
  /** Whether NULL in an input must be noticed apart, for each output. */
  readonly forgets: readonly boolean[];
  /** Whether there are dot products. */
  readonly isDense: boolean;
}

const lists = { longest: 30, lists: balanced };

/** Finds the steps of a network, and where the arithmetic of a database needs care. */
export function guarded(program: Program, dialect: Dialect): Guarded {
  const whole = expandErf(termsOf(program));
  const dense = dialect.dotProduct === undefined ? whole : dotProducts(whole);
  const short = shortLists(dense, {
    ...lists,
    longestOf: (id) => (isDot(dense, id) ? Number.POSITIVE_INFINITY : undefined),
  });
  const held = holdFor(short, dialect);
  const input = inputRange(held.reach, held.floor);
  // a guard is for two arguments
  const guards = guardsOf(short, rangesOf(short.terms, input), dialect);
  const { terms, outputs } = shortLists(short, {
    ...lists,
    longest: Number.POSITIVE_INFINITY,
    longestOf: (id) => (guards[id] === undefined ? undefined : 2),
  });
  const ranges = rangesOf(terms, input);
  const its = guardsOf({ terms, outputs }, ranges, dialect);
  const special = (id: number): Spelled | undefined => {
    const { factors } = terms[id] as Operation;
    if (factors !== undefined)
      return (args) => (dialect.dotProduct as NonNullable<Dialect['dotProduct']>)(args, factors);
    return its[id]?.spelled;
  };
  const spelledOf = (id: number): Spelled => special(id) ?? dialect.primitives[(terms[id] as Operation).primitive];
  const steps = stepsOf(
    { terms, outputs },
    {
      ...stepRule,
      deepest: dialect.deepest,
      largest: 100, // a list of products
      longest: Number.POSITIVE_INFINITY,
      repeats: (id) =>
        (terms[id] as Operation).factors === undefined &&
        repeatsArguments(spelledOf(id), (terms[id] as Operation).args.length),
    },
  );
  return {
    steps,
    special,
    held: dialect.held !== undefined && isHeld(held) ? held : undefined,
    forgets: forgetting({ terms, outputs }, dialect),
    isDense: terms.some((_, id) => isDot({ terms, outputs }, id)),
  };
}

const isDot = ({ terms }: Terms, id: number): boolean => (terms[id] as Operation).factors !== undefined;

const unheld: Held = { reach: Number.MAX_VALUE, floor: Number.MIN_VALUE };
const isHeld = ({ reach, floor }: Held): boolean => reach !== unheld.reach || floor !== unheld.floor;

/** The widest bounds of inputs for which the fewest operations need guards. */
function holdFor(short: Terms, dialect: Dialect): Held {
  if (dialect.held === undefined) return unheld;
  let best = unheld;
  let fewest = Number.POSITIVE_INFINITY;
  const consider = (held: Held): void => {
    const ranges = rangesOf(short.terms, inputRange(held.reach, held.floor));
    const count = guardsOf(short, ranges, dialect).filter((guard) => guard !== undefined).length;
    if (count < fewest) [best, fewest] = [held, count];
  };
  consider(unheld);
  for (const reach of [1e300, 1e200, 1e150, 1e100, 1e60, 1e30]) if (fewest > 0) consider({ ...best, reach });
  for (const floor of [1e-300, 1e-200, 1e-150, 1e-100, 1e-60, 1e-30]) if (fewest > 0) consider({ ...best, floor });
  return best;
}

/** The guards that terms need. */
const guardsOf = ({ terms }: Terms, ranges: readonly Ranged[], { guards }: Dialect): readonly (Guard | undefined)[] =>
  terms.map((term, id) => {
    const guard = term.kind === 'operation' && term.factors === undefined ? guards[term.primitive] : undefined;
    return guard?.against.some((danger) => ranges[id]?.dangers.includes(danger)) ? guard : undefined;
  });

/** Whether a spelling writes an argument more than once. */
function repeatsArguments(spelled: Spelled, count: number): boolean {
  const names = Array.from({ length: count }, (_, i) => `@${i}@`);
  const text = spelled(names);
  return names.some((name) => text.indexOf(name) !== text.lastIndexOf(name));
}

/** For each output, whether an operation on its way forgets NULL. */
function forgetting({ terms, outputs }: Terms, dialect: Dialect): readonly boolean[] {
  const forgets = new Uint8Array(terms.length);
  terms.forEach((term, id) => {
    if (term.kind !== 'operation') return;
    forgets[id] = dialect.forgetsNull(term) || term.args.some((arg) => forgets[arg] === 1) ? 1 : 0;
  });
  return outputs.map((id) => forgets[id] === 1);
}
