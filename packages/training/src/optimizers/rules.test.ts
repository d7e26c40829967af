import { elementary, input, randomGenerator } from '@chainrule/core';
import { exp, multiply } from '@chainrule/ops';
import { expect, test } from 'vitest';
import {
  adagrad,
  adam,
  adamw,
  addDecayedWeights,
  chain,
  clipByGlobalNorm,
  clipByValue,
  cosineSchedule,
  defineRule,
  defineTransform,
  lion,
  type Optimizer,
  rmsprop,
  scaleByLearningRate,
  scaleBySign,
  sgd,
} from '../index.ts';
import { runOnLists } from '../testing/runOnLists.ts';
import { listsOf } from './transform.ts';
import { updateRule } from './updateRule.ts';

/** What is added to parameter p for gradient g in step t, by a formula in JavaScript; m and v are remembered. */
type Formula = (g: number, p: number, m: { m: number; v: number }, t: number) => number;

const adamFormula =
  (beta1: number, beta2: number, epsilon: number): Formula =>
  (g, _, s, t) => {
    s.m = beta1 * s.m + (1 - beta1) * g;
    s.v = beta2 * s.v + (1 - beta2) * (g * g);
    const [c1, c2] = [1 / (1 - elementary.power(beta1, t + 1)), 1 / (1 - elementary.power(beta2, t + 1))];
    return (s.m * c1) / (Math.sqrt(s.v * c2) + epsilon);
  };

const traced =
  (decay: number, nesterov: boolean): Formula =>
  (g, _, s) => {
    s.m = decay * s.m + g;
    return nesterov ? g + decay * s.m : s.m;
  };

const rms =
  (decay: number, epsilon: number): Formula =>
  (g, _, s) => {
    s.v = decay * s.v + (1 - decay) * (g * g);
    return g / (Math.sqrt(s.v) + epsilon);
  };

const direct = adamFormula(0.9, 0.999, 1e-8);
const cosine = cosineSchedule(0.1, 30);

const cases: [string, () => Optimizer, Formula][] = [
  ['sgd', () => sgd(0.05), (g) => -0.05 * g],
  ['sgd with rate 0', () => sgd(0), (g) => -0 * g],
  ['sgd with momentum', () => sgd(0.05, { momentum: 0.9 }), (g, p, s, t) => -0.05 * traced(0.9, false)(g, p, s, t)],
  [
    'sgd with Nesterov momentum',
    () => sgd(0.05, { momentum: 0.9, nesterov: true }),
    (g, p, s, t) => -0.05 * traced(0.9, true)(g, p, s, t),
  ],
  ['sgd with a schedule', () => sgd(cosine), (g, _, __, t) => -cosine(t) * g],
  ['adam', () => adam(0.01), (g, p, s, t) => -0.01 * direct(g, p, s, t)],
  [
    'adam with options',
    () => adam(0.02, { beta1: 0.8, beta2: 0.95, epsilon: 1e-4 }),
    (g, p, s, t) => -0.02 * adamFormula(0.8, 0.95, 1e-4)(g, p, s, t),
  ],
  ['adamw', () => adamw(0.01), (g, p, s, t) => -0.01 * (direct(g, p, s, t) + 0.01 * p)],
  [
    'adagrad',
    () => adagrad(0.1),
    (g, _, s) => {
      s.v = s.v + g * g;
      return -0.1 * (g / (Math.sqrt(s.v) + 1e-10));
    },
  ],
  ['rmsprop', () => rmsprop(0.01), (g, p, s, t) => -0.01 * rms(0.99, 1e-8)(g, p, s, t)],
  [
    'rmsprop with momentum',
    () => rmsprop(0.01, { decay: 0.9, epsilon: 1e-6, momentum: 0.5 }),
    (g, p, s, t) => -0.01 * traced(0.5, false)(rms(0.9, 1e-6)(g, p, s, t), p, s, t),
  ],
  [
    'lion',
    () => lion(0.01, { beta1: 0.8, beta2: 0.9, weightDecay: 0.1 }),
    (g, p, s) => {
      const direction = Math.sign(0.8 * s.m + (1 - 0.8) * g);
      s.m = 0.9 * s.m + (1 - 0.9) * g;
      return -0.01 * (direction + 0.1 * p);
    },
  ],
  ['a chain with signs', () => chain(scaleBySign(), sgd(0.01)), (g) => -0.01 * Math.sign(g)],
  [
    'a chain that clips values',
    () => chain(clipByValue(0.3), sgd(0.1)),
    (g) => -0.1 * Math.max(-0.3, Math.min(0.3, g)),
  ],
  ['a chain with decay', () => chain(addDecayedWeights(0.1), sgd(0.1)), (g, p) => -0.1 * (g + 0.1 * p)],
  [
    'a chain after the rate',
    () => chain(sgd(0.1), chain(clipByValue(0.01), addDecayedWeights(0.5))),
    (g, p) => Math.max(-0.01, Math.min(0.01, -0.1 * g)) + 0.5 * p,
  ],
];

/** The gradients of a step: of all sizes, with zeros of both signs. */
function gradients(size: number, step: number): Float64Array {
  const generator = randomGenerator(1000 * size + step);
  return Float64Array.from({ length: size }, (_, k) => {
    if ((k + step) % 7 === 0) return k % 2 === 0 ? 0 : -0;
    return generator.uniform(-1, 1) * 10 ** Math.floor(generator.uniform(-6, 3));
  });
}

/** Goes through 60 steps by `update`, by the compiled rule's program, and by the formula; all bits must agree. */
function compare(optimizer: Optimizer, formula: Formula, size: number, prepare = (g: Float64Array) => g): void {
  const start = Float64Array.from({ length: size }, (_, k) => (k % 5 === 0 ? -0 : elementary.sin(k)));
  const state = optimizer.init(size);
  const [byUpdate, byFormula] = [start.slice(), start.slice()];
  const remembered = Array.from(start, () => ({ m: 0, v: 0 }));
  const rule = updateRule(optimizer) as NonNullable<ReturnType<typeof updateRule>>;
  expect(rule.program.fields.map(({ name }) => name)).toEqual([
    'gradient',
    'parameter',
    ...Array.from({ length: rule.memory }, (_, k) => `memory${k + 1}`),
  ]);
  expect(Array.from(rule.program.outputs, (id) => rule.program.rank[id])).toEqual(
    Array.from({ length: 1 + rule.memory }, () => 1),
  );
  let byRule: Float64Array[] = [start.slice(), ...Array.from({ length: rule.memory }, () => new Float64Array(size))];
  const scalars = new Float64Array(rule.program.parameters.length);
  for (let step = 0; step < 60; step++) {
    const gradient = gradients(size, step);
    rule.scalars(step, scalars);
    byRule = runOnLists(rule.program, [gradient, ...byRule], scalars, size);
    const prepared = prepare(gradient);
    for (let k = 0; k < size; k++) {
      const p = byFormula[k] as number;
      byFormula[k] = p + formula(prepared[k] as number, p, remembered[k] as { m: number; v: number }, step);
    }
    const updates = gradient.slice();
    optimizer.update(updates, state, byUpdate, step);
    for (let k = 0; k < size; k++) byUpdate[k] = (byUpdate[k] as number) + (updates[k] as number);
    expect(byUpdate).toEqual(byFormula);
    expect(byRule).toEqual([byFormula, ...listsOf(state)]);
  }
}

test.each(cases)(
  '%s: update and compiled rule are the formula, bit for bit, over 60 steps',
  (_, optimizer, formula) => {
    const one = optimizer(); // for lists of several lengths, one after the other
    for (const size of [5, 1, 130]) compare(one, formula, size);
  },
);

test('clipByGlobalNorm: the norm is summed as sumBatch sums, even and odd parameters apart in tiles of 64', () => {
  const clipped = (g: Float64Array): Float64Array => {
    let squares = 0;
    for (let from = 0; from < g.length; from += 64) {
      const lanes = [0, 0] as [number, number];
      for (let k = from; k < Math.min(from + 64, g.length); k++)
        lanes[k % 2 === 0 ? 0 : 1] += (g[k] as number) * (g[k] as number);
      squares += lanes[0] + lanes[1];
    }
    const norm = Math.sqrt(squares);
    return norm > 50 ? g.map((x) => x * (50 / norm)) : g;
  };
  for (const size of [1, 64, 65, 200]) compare(chain(clipByGlobalNorm(50), sgd(0.1)), (g) => -0.1 * g, size, clipped);
});

test('defineRule: a transform of one’s own from expressions, ops included, runs on lists and compiled', () => {
  const soft = (limit: number) =>
    defineRule('soft', { limit }, 1, (update, { memory: [count], parameter, scalar }) => ({
      update: multiply(
        update,
        exp(
          multiply(
            scalar((step) => -step * limit),
            multiply(parameter, parameter),
          ),
        ),
      ),
      memory: [multiply(0.5, count as typeof parameter)],
    }));
  compare(chain(soft(0.01), sgd(0.1)), (g, p, _, t) => -0.1 * (g * elementary.exp(-t * 0.01 * (p * p))), 7);
});

test('a rule may leave out inputs, and remember or change by one number for all parameters', () => {
  const constant = chain(
    defineRule('constant', {}, 2, (_, { memory: [, second] }) => ({ update: 0.5, memory: [3, second as never] })),
    scaleByLearningRate(0.25),
  );
  const state = constant.init(3);
  const updates = Float64Array.of(1, 2, 3);
  constant.update(updates, state, Float64Array.of(4, 5, 6), 0);
  expect(updates).toEqual(Float64Array.of(-0.125, -0.125, -0.125));
  expect(listsOf(state)).toEqual([Float64Array.of(3, 3, 3), new Float64Array(3)]);
  compare(
    constant,
    (_, __, s) => {
      s.m = 3;
      return -0.125;
    },
    4,
  );
});

test('a rule that does not give what it remembers is refused when it is first used', () => {
  const wrong = chain(
    defineRule('wrong', {}, 1, (update) => ({ update, memory: [] })),
    sgd(),
  );
  const message = 'The memory of a rule must be a list of 1, not an array of 0.';
  expect(() => updateRule(wrong)).toThrow(message);
  expect(() => wrong.update(new Float64Array(1), wrong.init(1), new Float64Array(1), 0)).toThrow(message);
});

test.each(['wind', 'memory7', 'gradient'])(
  'a rule that reads an input %s of its own is refused when it is first used',
  (name) => {
    const curious = defineRule('curious', {}, 0, (update) => ({ update: multiply(update, input(name)), memory: [] }));
    const message = `A rule reads the update, the parameter and its memory, not the input "${name}". Use a parameter or scalar(…)`;
    const optimizer = chain(curious, sgd());
    expect(() => updateRule(optimizer)).toThrow(message);
    expect(() => optimizer.update(new Float64Array(1), optimizer.init(1), new Float64Array(1), 0)).toThrow(message);
  },
);

test.each([{ update: 1 }, undefined])('a rule whose result is %o is refused when it is first used', (result) => {
  const forgetful = defineRule('forgetful', {}, 1, () => result as never);
  expect(() => updateRule(chain(forgetful, sgd()))).toThrow('The memory of a rule must be a list of 1, not undefined.');
});

test('an optimizer with a part in JavaScript, or with another update, has no rule', () => {
  const own = defineTransform('own', {}, 0, () => {});
  expect(updateRule(chain(own, sgd()))).toBeUndefined();
  expect(updateRule(chain(chain(own), sgd()))).toBeUndefined();
  expect(updateRule({ ...adam(), update: () => {} })).toBeUndefined();
  expect(updateRule(chain({ ...scaleBySign(), update: () => {} }, sgd()))).toBeUndefined();
  expect(updateRule({ ...adam(), name: 'mine' })?.memory).toBe(2);
});

test('updateRule(optimizer, tolerance) remembers, from then on, that no gradient was larger', () => {
  const rule = updateRule(sgd(0.1, { momentum: 0.5 }), 0.25) as NonNullable<ReturnType<typeof updateRule>>;
  const scalars = new Float64Array(rule.program.parameters.length);
  let lists: Float64Array[] = [new Float64Array(3), new Float64Array(3), new Float64Array(3)];
  const flags = [
    [0.1, 0.3, 0],
    [0.25, -0.25, 0],
    [9, 0, 0],
    [0, -0.26, 0],
  ].map((gradient, step) => {
    rule.scalars(step, scalars);
    lists = runOnLists(rule.program, [gradient, ...lists], scalars, 3);
    return Array.from(lists[2] as Float64Array);
  });
  expect(flags).toEqual([
    [0, 0, 0],
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ]);
});
