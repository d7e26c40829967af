import type { PrimitiveName } from '@chainrule/core';
import { erfCoefficients, erfcCoefficients } from '@chainrule/core/coefficients';
import type { Term, Terms } from './terms.ts';

/**
 * The same terms without error functions, for targets that have none: up to |x| = 0.9 x + x·R(x² − 0.4), beyond it
 * 1 − exp(−x²)·G((|x| − 1)/(|x| + 3)), with the polynomials of core; at most 10⁻¹⁵ off.
 */
export function expandErf({ terms, outputs }: Terms): Terms {
  const result: Term[] = [];
  const place: number[] = [];
  const number = (value: number): number => result.push({ kind: 'number', value }) - 1;
  const op = (primitive: PrimitiveName, ...args: readonly number[]): number =>
    result.push({ kind: 'operation', primitive, args }) - 1;
  /** Highest degree first. */
  const polynomial = (coefficients: readonly number[], x: number): number =>
    coefficients
      .slice(1)
      .reduce((sum, c) => op('add', op('multiply', sum, x), number(c)), number(coefficients[0] as number));
  const erf = (x: number): number => {
    const a = op('abs', x);
    const m = op('min', a, number(0.9));
    const r = polynomial(erfCoefficients, op('subtract', op('multiply', m, m), number(0.4)));
    const near = op('add', m, op('multiply', m, r));
    const c = op('min', a, number(6));
    const s = op('divide', op('subtract', c, number(1)), op('add', c, number(3)));
    const complement = op('multiply', op('exp', op('negate', op('multiply', c, c))), polynomial(erfcCoefficients, s));
    const far = op('subtract', number(1), complement);
    const y = op('select', op('less', a, number(0.9)), near, far);
    return op('select', op('less', x, number(0)), op('negate', y), y);
  };
  for (const term of terms) {
    if (term.kind !== 'operation') place.push(result.push(term) - 1);
    else {
      const args = term.args.map((arg) => place[arg] as number);
      place.push(term.primitive === 'erf' ? erf(args[0] as number) : result.push({ ...term, args }) - 1);
    }
  }
  return { terms: result, outputs: outputs.map((id) => place[id] as number) };
}
