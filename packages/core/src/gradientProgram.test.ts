import { expect, test } from 'vitest';
import {
  constant,
  defineOp,
  gradient,
  gradientProgram,
  input,
  inputs,
  lower,
  meanBatch,
  type Node,
  type Parameter,
  type Program,
  parameter,
  parameters,
  randomGenerator,
  substitute,
} from './index.ts';
import { batchVocabulary, buildGraph, planFrom, vocabulary } from './testing/randomGraph.ts';
import {
  add,
  divide,
  exp,
  less,
  log,
  multiply,
  negate,
  relu,
  select,
  sigmoid,
  square,
  subtract,
  tanh,
} from './testing/vocabulary.ts';

/** What a program is, but for its structure. */
const content = ({ structure, ...rest }: Program): unknown => rest;

/** Expects the program of the gradient's nodes: made first or last, since nodes remember their simpler forms. */
function expectSame(of: Node, chosen: readonly Parameter[], first = false): void {
  const early = first ? gradientProgram(of, chosen) : undefined;
  const expected = lower([of, ...gradient<Parameter[], Node>(of, [...chosen])]);
  expect(content(early ?? gradientProgram(of, chosen))).toEqual(content(expected));
}

const fresh = (): Parameter => parameter(0.5);

/** A dense layer with parameters of its own. */
const layer = (xs: readonly Node[], count: number): Node[] =>
  Array.from({ length: count }, () => add(...xs.map((x) => multiply(fresh(), x)), fresh()));

/** The mean cross-entropy of a classifier with one hidden layer of `act`. */
function classifier(act: (x: Node) => Node, width = 4): Node {
  const xs = inputs('x', 5);
  const logits = layer(
    layer(xs, width).map((z) => act(z)),
    3,
  );
  const total = add(...logits.map((z) => exp(z)));
  const ys = inputs('y', 3);
  return meanBatch(negate(add(...logits.map((z, i) => multiply(ys[i] as Node, log(divide(exp(z), total)))))));
}

test('gradientProgram(of, parameters) is lower([of, ...gradient(of, parameters)]) for random graphs', () => {
  const generator = randomGenerator(42);
  for (let i = 0; i < 600; i++) {
    const plan = planFrom(generator);
    for (const words of [vocabulary, batchVocabulary]) {
      const { of, others, parameters: own, targets } = buildGraph(plan, words);
      const mean = meanBatch(of);
      expectSame(mean, own, i % 2 === 0);

      // every leaf by an affine function with parameters of its own
      const affine = new Map(
        targets
          .filter(({ kind }) => kind !== 'operation')
          .map((leaf, k) => [leaf, add(multiply(k % 2 ? leaf : fresh(), k % 2 ? fresh() : leaf), fresh())]),
      );
      const dense = meanBatch(substitute(of, (copy, node) => affine.get(node) ?? copy));
      expectSame(dense, parameters(dense), i % 2 === 0);

      // products of inner nodes with parameters
      const outer = add(...[of, ...others].map((node) => multiply(fresh(), node)), fresh());
      const error = meanBatch(square(subtract(outer, input('target'))));
      expectSame(error, [...parameters(error).reverse(), parameter()], i % 2 === 0);
    }
  }
});

test('gradientProgram(of, parameters) is the same program for dense networks, whole or in part', () => {
  for (const act of [tanh, relu, exp, square, negate]) {
    const mean = classifier(act);
    const all = parameters(mean);
    expectSame(mean, all, true);
    expectSame(classifier(act), []);
    expectSame(
      mean,
      all.filter((_, i) => i % 3 === 1),
    );
    expectSame(mean, [...all].reverse());
    expectSame(mean, [...all, ...all]);
  }
});

test('gradientProgram(of, parameters) is the same program for parameters that are shared', () => {
  const xs = inputs('x', 8);
  const kernel = [fresh(), fresh(), fresh()];
  const shift = fresh();
  const convolved = [0, 1, 2, 3, 4].map((i) =>
    tanh(add(...kernel.map((w, k) => multiply(w, xs[i + k] as Node)), shift)),
  );
  const convolution = meanBatch(square(add(...layer(convolved, 2))));
  expectSame(convolution, parameters(convolution));

  const [w, v] = [fresh(), fresh()];
  const recurrent = meanBatch(
    square(xs.reduce<Node>((h, x) => tanh(add(multiply(w, h), multiply(v, x))), constant(0))),
  );
  expectSame(recurrent, parameters(recurrent));

  // the sum over the batch comes before or after what is the same for all samples
  const squares = add(...parameters(convolution).map((p) => square(p)));
  for (const of of [add(convolution, multiply(0.1, squares)), add(multiply(0.1, squares), convolution)])
    expectSame(of, parameters(of));
});

test('gradientProgram(of, parameters) is the same program where laws change a product', () => {
  const x = input('x');
  const p = fresh();
  const logarithm = defineOp('logarithm', { expand: (z) => log(z) });
  const late = defineOp('late', { expand: (z) => z, partials: (_, z) => [logarithm(sigmoid(z))] });
  const cases: Node[] = [
    ...[0, 1, -1, 2, divide(1, x), negate(x), exp(x), less(0, x), select(less(x, 1), x, 0)].map((factor) =>
      square(add(multiply(fresh(), factor), multiply(factor, fresh()), x)),
    ),
    // adjoints that are constants, or the same for all samples
    add(multiply(fresh(), x), fresh()),
    multiply(p, multiply(fresh(), x)),
    // an adjoint behind a choice
    select(less(0, x), log(add(multiply(fresh(), x), fresh())), 0),
    // equal factors for two parameters
    square(add(multiply(fresh(), x), multiply(fresh(), x), fresh(), fresh())),
    // the second term is behind a choice
    add(select(less(0, x), log(multiply(p, x)), 0), multiply(p, x)),
    // an adjoint that has a simpler form
    late(add(multiply(p, x), fresh())),
    // a parameter that a law takes out
    add(multiply(0, fresh()), multiply(fresh(), x)),
  ];
  for (const of of cases) {
    const mean = meanBatch(of);
    expectSame(mean, [...parameters(mean), parameter()], true);
  }
});

test('gradientProgram(of, parameters) is the same program without a sum over the batch', () => {
  const [p, q] = [parameter(1), parameter(2)];
  expectSame(add(square(subtract(1, p)), multiply(100, square(subtract(q, square(p))))), [p, q]);
  expectSame(multiply(p, input('x')), [p, q]);
});

test('gradientProgram(of, parameters).structure is [of, ...parameters]', () => {
  const mean = classifier(tanh);
  const chosen = parameters(mean);
  expect(gradientProgram(mean, chosen).structure).toEqual([mean, ...chosen]);
  const p = fresh();
  const uniform = square(p);
  expect(gradientProgram(uniform, [p]).structure).toEqual([uniform, p]);
});

test('gradientProgram(of, parameters) makes fewer nodes than there are parameters', () => {
  const mean = classifier(relu, 50);
  const chosen = parameters(mean);
  const before = constant(0).id;
  gradientProgram(mean, chosen);
  const made = constant(0).id - before;
  expect(chosen.length).toBe(50 * 6 + 3 * 51);
  gradient<Parameter[], Node>(mean, [...chosen]);
  expect(constant(0).id - before - made).toBeGreaterThan(made + chosen.length);
});
