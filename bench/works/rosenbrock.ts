import { parameter, randomGenerator } from '@chainrule/core';
import { add, multiply, square, subtract, sum } from '@chainrule/ops';
import { gradientWork } from './gradients.ts';
import type { Work } from './work.ts';

/** Σ 100·(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)² over a thousand variables (Rosenbrock 1960). */
export function rosenbrock(): Work {
  const { uniform } = randomGenerator(5);
  const x = Array.from({ length: 1000 }, () => parameter(uniform(-1, 1)));
  const terms = x.slice(1).map((next, i) => {
    const last = x[i] as (typeof x)[number];
    return add(multiply(100, square(subtract(next, square(last)))), square(subtract(1, last)));
  });
  return gradientWork({
    name: 'Rosenbrock of 1,000 variables',
    of: sum(terms),
    parameters: x,
    columns: [],
    count: 1,
    engines: ['Chainrule f64', 'Chainrule f32'],
    programs: { C: 'rosenbrock', 'C, derivative by derivative': 'rosenbrockDerivatives' },
    bars: [
      { of: 'Chainrule f64', against: 'interpreter', times: 50 },
      { of: 'Chainrule f64', against: 'C', times: 0.8 },
    ],
  });
}
