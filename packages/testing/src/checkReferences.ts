import type { Op } from '@chainrule/core';
import { type Expectations, partialUlp, partialUnit, valueUlp, valueUnit } from './expectations.ts';
import { nameOf, opGraph, valuesAt } from './opGraph.ts';
import { type Reference, references } from './references.ts';
import { ulpError } from './ulp.ts';

/** One comparison of a value or a derivative with its reference. */
export interface Comparison {
  /** `value`, or the name of the argument that the derivative is for. */
  readonly of: string;
  readonly args: readonly number[];
  readonly actual: number;
  readonly expected: number;
  /** In ulps. */
  readonly error: number;
  readonly permitted: number;
}

/** Compares value and first derivatives with references; arguments in `fixed` are constants instead of inputs. */
function compare(
  op: Op,
  expectations: Expectations,
  group: readonly Reference[],
  fixed: readonly number[],
): Comparison[] {
  const [first] = group as readonly [Reference];
  const constants = new Map(fixed.map((i) => [i, first.args[i] as number]));
  const graph = opGraph(op, first.args.length, constants);
  const free = first.args.map((_, i) => i).filter((i) => !constants.has(i));
  const lists = valuesAt(
    [graph.y, ...graph.partials],
    group.map(({ args }) => args),
  );
  return group.flatMap(({ args, value, partials }, row) => {
    const found = (list: number): number => (lists[list] as Float64Array)[row] as number;
    const y: Comparison = {
      of: 'value',
      args,
      actual: found(0),
      expected: value.value,
      error: ulpError(found(0), value, valueUnit(op, expectations, args)),
      permitted: valueUlp(op, expectations, args),
    };
    const slopes = free.map((i, list): Comparison => {
      const exact = partials[i] as (typeof partials)[number];
      return {
        of: nameOf(i),
        args,
        actual: found(list + 1),
        expected: exact.value,
        error: ulpError(found(list + 1), exact, partialUnit(expectations, args)),
        permitted: partialUlp(expectations, args),
      };
    });
    return [y, ...slopes];
  });
}

/** All comparisons of an op with its references, all arguments being inputs. */
export function compareWithReferences(op: Op, expectations: Expectations): Comparison[] {
  return references(op.name).flatMap((group) => compare(op, expectations, group, []));
}

const failed = (comparisons: readonly Comparison[]): string[] =>
  comparisons
    .filter(({ error, permitted }) => !(error <= permitted))
    .map(
      ({ of, args, actual, expected, error, permitted }) =>
        `${of === 'value' ? 'value' : `derivative for ${of}`} at (${args.join(', ')}) is ${actual}, expected ${expected}: ${error.toFixed(2)} ulp, permitted ${permitted}`,
    );

export const checkReferences = (op: Op, expectations: Expectations): string[] =>
  failed(compareWithReferences(op, expectations));

/** The same with each argument in turn as a constant, and with all of them: what folding and the laws make of it. */
export function checkConstants(op: Op, expectations: Expectations): string[] {
  return references(op.name).flatMap((group) => {
    const arity = group[0]?.args.length ?? 0;
    const all = Array.from({ length: arity }, (_, i) => i);
    const choices = arity === 1 ? [all] : [...all.map((i) => [i]), all];
    const few = group.filter((_, row) => row % Math.ceil(group.length / 12) === 0);
    return choices.flatMap((fixed) =>
      few.flatMap((reference) => failed(compare(op, expectations, [reference], fixed))),
    );
  });
}
