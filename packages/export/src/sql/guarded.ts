import type { Program } from '@chainrule/core';
import { expandErf } from '../expandErf.ts';
import { guardsFor, repeatsArguments } from '../guards.ts';
import { balanced, shortLists } from '../lists.ts';
import { inputRange, rangesOf } from '../ranges.ts';
import type { Spelled } from '../spelling.ts';
import { type Steps, stepsOf } from '../steps.ts';
import { type Operation, type Terms, termsOf } from '../terms.ts';
import type { Dialect } from './dialect.ts';
import { type Bounds, type Holding, unbound } from './holding.ts';

/** A network as steps for a database, and the operations that need another spelling than their primitive's. */
export interface Guarded {
  readonly steps: Steps;
  readonly special: (id: number) => Spelled | undefined;
  /** What inputs are held to, if they are. */
  readonly held: Holding | undefined;
  /** Whether NULL in an input must be noticed apart, for each output. */
  readonly forgets: readonly boolean[];
  /** Whether there are dot products. */
  readonly isDense: boolean;
}

/** Finds the steps of a network, and where the arithmetic of a database needs care. */
export function guarded(program: Program, dialect: Dialect): Guarded {
  const whole = expandErf(termsOf(program));
  const short = shortLists(dialect.dots?.found(whole) ?? whole, { longest: 30, lists: balanced });
  const guards = ({ terms }: Terms, { reach, floor }: Bounds): readonly (Spelled | undefined)[] =>
    guardsFor(terms, rangesOf(terms, inputRange(reach, floor)), dialect.guards);
  const held = dialect.hold?.((bounds) => guards(short, bounds).filter((guard) => guard !== undefined).length);
  const bounds = held ?? unbound;
  // a guard is for two arguments
  const needed = guards(short, bounds);
  const only = (id: number): boolean => needed[id] !== undefined;
  const pairs = shortLists(short, { longest: 2, lists: balanced, only });
  const { terms } = pairs;
  const its = guards(pairs, bounds);
  const special = (id: number): Spelled | undefined => {
    const { factors } = terms[id] as Operation;
    return factors === undefined ? its[id] : (args) => dialect.dots?.text(args, factors) as string;
  };
  const steps = stepsOf(pairs, {
    deepest: dialect.deepest,
    largest: 100, // a list of products
    longest: Number.POSITIVE_INFINITY,
    lists: balanced,
    repeats: (id) => {
      const term = terms[id] as Operation;
      return term.factors === undefined && repeatsArguments(its[id] ?? dialect.primitives[term.primitive], term);
    },
  });
  return {
    steps,
    special,
    held,
    forgets: forgetting(pairs, dialect),
    isDense: terms.some((term) => term.kind === 'operation' && term.factors !== undefined),
  };
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
