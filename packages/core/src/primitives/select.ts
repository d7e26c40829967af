import { make } from '../build.ts';
import type { Node } from '../node.ts';
import { less } from './less.ts';
import { is, isOp } from './match.ts';
import { definePrimitive, type Primitive } from './primitive.ts';

/** a where the condition is not 0, else b; only the side taken gets a derivative. */
export const select: Primitive = /* @__PURE__ */ definePrimitive('select', () => ({
  arity: 3,
  finite: true,
  notation: { form: 'conditional' },
  value: (condition: number, a: number, b: number) => (condition !== 0 ? a : b),
  partials: (_, [condition]) => [0, make(select, condition as Node, 1, 0), make(select, condition as Node, 0, 1)],
  laws: [
    // c ? a : b → a or b where c is constant
    ([condition, a, b]) => (condition?.kind === 'constant' ? (condition.value !== 0 ? a : b) : undefined),
    // c ? a : a → a
    ([, a, b]) => (a === b || (b?.kind === 'constant' && is(a, b.value)) ? a : undefined),
    // (a < b) ? 1 : 0 → a < b
    ([condition, a, b]) => (isOp(condition, less) && is(a, 1) && is(b, 0) ? condition : undefined),
  ],
}));
