import type { Op } from '@chainrule/core';
import type { Expectations } from './expectations.ts';
import { nameOf, opGraph, valuesAt } from './opGraph.ts';
import { tuples } from './points.ts';
import { references } from './references.ts';

const same = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));

/** Values at infinities and zeros, as listed. */
export const checkSpecialValues = (op: Op, { special = [] }: Expectations): string[] =>
  special.flatMap(([args, expected]) => {
    const [[actual]] = valuesAt([opGraph(op, args.length).y], [args]) as unknown as [[number]];
    return same(actual, expected) ? [] : [`value at (${args.join(', ')}) is ${actual}, expected ${expected}`];
  });

/** Derivatives at kinks and on ties, as listed. */
export const checkKinks = (op: Op, { kinks = [] }: Expectations): string[] =>
  kinks.flatMap(([args, expected]) => {
    const actual = valuesAt(opGraph(op, args.length).partials, [args]).map((list) => list[0] as number);
    return actual.every((slope, i) => same(slope, expected[i] as number))
      ? []
      : [`derivatives at (${args.join(', ')}) are ${actual.join(', ')}, expected ${expected.join(', ')}`];
  });

/** NaN in, NaN out. */
export const checkNaN = (op: Op, { nan }: Expectations): string[] =>
  references(op.name).flatMap((group) => {
    const args = group[group.length >> 1]?.args ?? [];
    const { y } = opGraph(op, args.length);
    return args.flatMap((_, i) => {
      if (nan !== undefined && !nan.includes(i)) return [];
      const [[actual]] = valuesAt([y], [args.with(i, Number.NaN)]) as unknown as [[number]];
      return Number.isNaN(actual) ? [] : [`value is ${actual} where ${nameOf(i)} is NaN`];
    });
  });

/** Where an op says `finite`, value and first derivatives are, for arguments of any size. */
export function checkFinite(op: Op, { largest = 1e308 }: Expectations): string[] {
  if (!op.finite) return [];
  const sizes = [1e308, 1e154, 1000, 1, 1e-154, 2.5e-308, 5e-324].map((size) => Math.min(size, largest));
  const arity = op.arity ?? 3;
  const points = tuples([...new Set(sizes.flatMap((size) => [size, -size])), 0], arity);
  const { y, partials } = opGraph(op, arity);
  return valuesAt([y, ...partials], points).flatMap((list, k) =>
    points.flatMap((point, row) =>
      Number.isFinite(list[row])
        ? []
        : [`${k === 0 ? 'value' : `derivative for ${nameOf(k - 1)}`} at (${point.join(', ')}) is ${list[row]}`],
    ),
  );
}
