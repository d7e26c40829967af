import { apply, evaluate, gradient, input, type Node, type NodeLike } from '@chainrule/core';
import { sabotage } from '@chainrule/testing';
import { describe, expect, it } from 'vitest';
import references from './losses.json' with { type: 'json' };

interface Case {
  readonly args: readonly number[];
  readonly value: number;
  readonly gradient: readonly number[];
}

interface Expectations {
  /** Arguments around which the loss is smooth. */
  readonly smooth: readonly number[];
  /** Largest error, relative to the value. */
  readonly tolerance?: number;
  /** Whether the first two arguments may be exchanged. */
  readonly symmetric?: boolean;
}

type Loss = (...args: NodeLike[]) => Node;

/**
 * Tests a loss against stored values and gradients (losses.py), with each argument as an input, alone or with the others, and
 * as a constant; tests its second derivatives against differences of the first; tests that these tests would see a mistake.
 */
export function checkLoss(
  name: keyof typeof references,
  loss: Loss,
  { smooth, tolerance = 1e-14, symmetric = false }: Expectations,
): void {
  const cases: readonly Case[] = references[name];
  const inputs = smooth.map((_, i) => input(`x${i}`));
  const y = loss(...inputs);

  describe(`${name}, against stored references`, () => {
    it.each(cases.map((given) => [given.args.join(', '), given] as const))('(%s)', (_, given) => {
      expect(mismatches(y, inputs, given, tolerance)).toEqual([]);
      expect(evaluate(loss(...given.args), {}) === evaluate(y, rowOf(given.args))).toBe(true);
      given.args.forEach((arg, i) => {
        const alone = input('x0');
        const others = loss(...given.args.map((other, k) => (k === i ? alone : other)));
        const part = { ...given, args: [arg], gradient: [given.gradient[i] as number] };
        expect(mismatches(others, [alone], part, tolerance)).toEqual([]);
      });
    });

    if (y.kind === 'operation' && y.args.every((arg, i) => arg === inputs[i]))
      it.each(sabotage(y.op, symmetric).map(({ mistake, op }) => [mistake, op] as const))(
        'they would show this mistake: %s',
        (_, op) => {
          const wrong = apply(op, inputs);
          expect(cases.flatMap((given) => mismatches(wrong, inputs, given, tolerance))).not.toEqual([]);
        },
      );
  });

  it(`${name} has second derivatives that are the slopes of its gradient`, () => {
    for (const partial of gradient(y, inputs))
      inputs.forEach((wrt, j) => {
        const at = (step: number): number => evaluate(partial, rowOf(smooth.map((x, k) => (k === j ? x + step : x))));
        const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
        const second = evaluate(gradient(partial, wrt), rowOf(smooth));
        expect(Math.abs(second - slope)).toBeLessThan(1e-7 * Math.max(1, Math.abs(slope)));
      });
  });
}

const rowOf = (values: readonly number[]): Record<string, number> =>
  Object.fromEntries(values.map((value, i) => [`x${i}`, value]));

/** Where value or gradient differ from what is stored; less than the smallest normal number counts as 0. */
function mismatches(y: Node, inputs: readonly Node[], { args, value, gradient: slopes }: Case, tolerance: number): string[] {
  const found = evaluate([y, ...gradient<readonly Node[], Node>(y, inputs)], rowOf(args));
  return [value, ...slopes].flatMap((wanted, i) => {
    const error = Math.abs((found[i] as number) - wanted);
    if (error <= tolerance * Math.abs(wanted) + 2.3e-308) return [];
    return `${i === 0 ? 'value' : `derivative ${i - 1}`} is ${found[i]}, expected ${wanted}, off by ${error / Math.abs(wanted)} of it`;
  });
}
