// The exercises of "Building your own neural network from scratch", as far as core alone can do them.
import { expect, test } from 'vitest';
import { evaluate, evaluator, funcify, gradient, input, lower, meanBatch, type Node, parameter } from './index.ts';
import { add, divide, multiply, negate, sigmoid, square, subtract, tanh } from './testing/vocabulary.ts';

const points = Array.from({ length: 20 }, (_, i) => ({ x: i / 10 - 1, y: 0.5 * (i / 10) + 0.1 * Math.sin(i) }));

test('exercise 1: the gradient of a linear regression is the one worked out by hand', () => {
  const [w, b] = [parameter(0.3), parameter(-0.2)];
  const loss = square(subtract(add(multiply(w, input('x')), b), input('y')));
  const slopes = evaluator(gradient(loss, { w, b }));
  for (const { x, y } of points) {
    // L = (w x + b − y)²; ∂L/∂w = 2 (w x + b − y) x; ∂L/∂b = 2 (w x + b − y)
    const residual = w.value * x + b.value - y;
    expect(slopes({ x, y }).w).toBeCloseTo(2 * residual * x, 14);
    expect(slopes({ x, y }).b).toBeCloseTo(2 * residual, 14);
  }
});

test('exercise 1: … of the mean over all points, too, and following it downhill fits the line', () => {
  const [w, b] = [parameter(0.3), parameter(-0.2)];
  const loss = meanBatch(square(subtract(add(multiply(w, input('x')), b), input('y'))));
  const both = evaluator({ loss, slopes: gradient(loss, { w, b }) });
  const mean = (f: (x: number, y: number) => number): number =>
    points.reduce((total, { x, y }) => total + f(x, y), 0) / points.length;
  const residual = (x: number, y: number): number => w.value * x + b.value - y;

  const { loss: value, slopes } = both.batch(points);
  expect(value[0]).toBeCloseTo(
    mean((x, y) => residual(x, y) ** 2),
    14,
  );
  expect(slopes.w[0]).toBeCloseTo(
    mean((x, y) => 2 * residual(x, y) * x),
    14,
  );
  expect(slopes.b[0]).toBeCloseTo(
    mean((x, y) => 2 * residual(x, y)),
    14,
  );

  for (let step = 0; step < 500; step++) {
    const { slopes } = both.batch(points);
    const [dw, db] = [slopes.w[0] as number, slopes.b[0] as number];
    w.value -= 0.5 * dw;
    b.value -= 0.5 * db;
  }
  // the least-squares line in closed form
  const [mx, my] = [mean((x) => x), mean((_, y) => y)];
  const slope = mean((x, y) => (x - mx) * (y - my)) / mean((x) => (x - mx) ** 2);
  expect(w.value).toBeCloseTo(slope, 9);
  expect(b.value).toBeCloseTo(my - slope * mx, 9);
});

test('exercise 1: the gradient of a logistic neuron is (σ − y) x, as by hand', () => {
  const [w, x, y] = [parameter(0.7), input('x'), input('y')];
  const p = sigmoid(multiply(w, x));
  const byHand = multiply(multiply(2, subtract(p, y)), multiply(p, multiply(subtract(1, p), x)));
  const found = evaluate([gradient(square(subtract(p, y)), w), byHand], { x: 1.5, y: 1 });
  expect(found[0]).toBeCloseTo(found[1] as number, 15);
});

test('exercises 2 and 3: an evaluator is compiled once, and repeats no work for unchanged inputs', () => {
  const [w, b, x] = [parameter(2), parameter(1), input('x')];
  const predict = evaluator(add(multiply(w, x), b));
  const { program } = predict;
  for (let i = 0; i < 10; i++) expect(predict({ x: 3 })).toBe(7);
  expect(predict.runs).toBe(1);
  expect(predict.program).toBe(program);
});

test('exercises 2 and 3: changed inputs and changed parameters are always seen', () => {
  const [w, b, x] = [parameter(2), parameter(1), input('x')];
  const predict = evaluator({ y: add(multiply(w, x), b), slope: gradient(square(multiply(w, x)), w) });
  expect(predict({ x: 3 })).toEqual({ y: 7, slope: 36 });
  expect(predict({ x: 4 })).toEqual({ y: 9, slope: 64 });
  w.value = 3;
  expect(predict({ x: 4 })).toEqual({ y: 13, slope: 96 });
  b.value = -1;
  expect(predict({ x: 4 })).toEqual({ y: 11, slope: 96 });
  expect(predict.runs).toBe(4);
  // written, though to the same value: seen, and no less right
  b.value = -1;
  expect(predict({ x: 4 })).toEqual({ y: 11, slope: 96 });
  w.value = 2;
  expect(predict.batch({ x: [1, 2] }).y).toEqual(Float64Array.of(1, 3));
});

test('exercises 2 and 3: a node is lowered once, however often it is evaluated', () => {
  const y = add(multiply(parameter(2), input('x')), 1);
  expect(lower(y)).toBe(lower(y));
});

test('exercise 6: funcify(add(parameter(0.1), parameter(0.2))) is 0.1 + 0.2', () => {
  expect(funcify(add(parameter(0.1), parameter(0.2)))).toBe('0.1 + 0.2');
  expect(funcify(add(multiply(parameter(0.5), input('fahrenheit')), parameter(-17.78)))).toBe(
    '0.5 * fahrenheit - 17.78',
  );
});

test('exercise 7: a node with several parents sums what they hand down: a = 1, b = a + a, c = b + b gives 4', () => {
  const a = parameter(1);
  const b = add(a, a);
  const c = add(b, b);
  expect(evaluate([c, gradient(c, b), gradient(c, a)])).toEqual([4, 2, 4]);
});

test('exercise 7: a diamond is differentiated along both of its sides', () => {
  const x = input('x');
  const top = multiply(x, x);
  const y = multiply(tanh(top), negate(top));
  const t = 0.49;
  const expected = (-t * (1 - Math.tanh(t) ** 2) - Math.tanh(t)) * 1.4;
  expect(evaluate(gradient(y, x), { x: 0.7 })).toBeCloseTo(expected, 14);
});

test('exercise 7: the same node twice, in a product, a quotient and a difference', () => {
  const x = input('x');
  expect(
    evaluate(
      [multiply(x, x), divide(x, x), subtract(x, x)].map((y) => gradient<Node, Node>(y, x)),
      { x: 3 },
    ),
  ).toEqual([6, 0, 0]);
});

test('exercise 7: gradients come first, updates after: one step on w · (w · w) from 1 with rate 0.1 gives 0.7', () => {
  const w = parameter(1);
  const slope = evaluate(gradient(multiply(w, multiply(w, w)), w));
  w.value -= 0.1 * slope;
  expect(w.value).toBeCloseTo(0.7, 15);
});
