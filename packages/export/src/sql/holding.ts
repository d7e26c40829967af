import { cases } from './cases.ts';

/** Beyond `reach`, numbers count as infinite; closer to 0 than `floor`, as 0. */
export interface Bounds {
  readonly reach: number;
  readonly floor: number;
}

export const unbound: Bounds = { reach: Number.MAX_VALUE, floor: Number.MIN_VALUE };

/** What inputs are held to, so that arithmetic raises nothing. */
export interface Holding extends Bounds {
  /** An input that is held. */
  text(x: string): string;
  /** What the head comment says of it. */
  readonly about: string;
}

/** The widest bounds of inputs for which the fewest operations need guards, of which `guards` gives the count; undefined for none. */
export function holding(guards: (bounds: Bounds) => number, number: (value: number) => string): Holding | undefined {
  let best = unbound;
  let fewest = guards(best);
  const consider = (bounds: Bounds): void => {
    const count = fewest === 0 ? 0 : guards(bounds);
    if (count < fewest) [best, fewest] = [bounds, count];
  };
  for (const reach of [1e300, 1e200, 1e150, 1e100, 1e60, 1e30]) consider({ ...best, reach });
  for (const floor of [1e-300, 1e-200, 1e-150, 1e-100, 1e-60, 1e-30]) consider({ ...best, floor });
  const { reach, floor } = best;
  const sides = [
    {
      holds: reach < unbound.reach,
      about: `beyond ${reach} count as infinite`,
      when: (x: string) => [`abs(${x}) > ${number(reach)}`, `${x} * ${number(Number.POSITIVE_INFINITY)}`] as const,
    },
    {
      holds: floor > unbound.floor,
      about: `within ${floor} of 0 count as 0`,
      when: (x: string) => [`abs(${x}) < ${number(floor)}`, `${x} * ${number(0)}`] as const,
    },
  ].filter(({ holds }) => holds);
  if (sides.length === 0) return undefined;
  return {
    ...best,
    text: (x) =>
      cases(
        sides.map(({ when }) => when(x)),
        x,
      ),
    about: `Inputs ${sides.map(({ about }) => about).join(', those ')}, as results beyond the range of numbers would raise errors.`,
  };
}
