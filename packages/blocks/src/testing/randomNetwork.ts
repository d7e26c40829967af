import {
  input,
  inputs,
  type Node,
  type NodeLike,
  type Parameter,
  parameter,
  type RandomGenerator,
  sumBatch,
} from '@chainrule/core';
import {
  binaryCrossEntropyWithLogits,
  categoricalCrossEntropyWithLogits,
  elasticNet,
  l1,
  l2,
  squaredError,
} from '@chainrule/losses';
import {
  abs,
  add,
  divide,
  exp,
  floor,
  less,
  max,
  multiply,
  negate,
  relu,
  select,
  sigmoid,
  sqrt,
  square,
  subtract,
  sum,
  tanh,
} from '@chainrule/ops';

/** Of weights, once for a whole batch; the derivative of the last ones is a number, or 0. */
const penalties: readonly ((weights: readonly Node[]) => NodeLike)[] = [
  (weights) => l2(weights, 0.1),
  (weights) => l1(weights, 0.1),
  (weights) => elasticNet(weights, 0.1, 0.3),
  (weights) => sqrt(add(1, sum(weights.map((w) => multiply(w, w))))),
  (weights) => negate(divide(sum(weights.map(tanh)), sumBatch(1))),
  (weights) => multiply(sum(weights.map(square)), sum(weights.slice(0, 9).map(exp)), 0.01),
  (weights) => sum(weights.map(negate)),
  (weights) => sum(weights.map(floor)),
];

/**
 * The loss of layers one after the other, with what comes in the way of taking them as such: values that others read, weights
 * that are shared or penalised, rows in another order, functions that are infinite, choices, uniform values.
 */
export function randomNetwork(random: RandomGenerator): {
  readonly loss: Node;
  readonly weights: readonly Parameter[];
} {
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)] as T;
  const isRare = (): boolean => random.integer(12) === 0;
  const weights: Parameter[] = [];
  const fresh = (): Parameter => {
    const weight = isRare() && isRare() ? weights[random.integer(weights.length)] : undefined;
    if (weight !== undefined) return weight;
    return weights[weights.push(parameter(random.uniform(-1, 1))) - 1] as Parameter;
  };
  const shuffled = <T>(list: readonly T[]): T[] => {
    const rest = [...list];
    return list.map(() => rest.splice(random.integer(rest.length), 1)[0] as T);
  };
  const usual = [tanh, relu, sigmoid, negate, square, abs, (x: Node) => x] as readonly ((x: Node) => NodeLike)[];
  const unusual: readonly ((x: Node) => NodeLike)[] = [
    (x) => exp(x),
    (x) => floor(x),
    (x) => less(0, x),
    (x) => select(less(x, 0.5), x, fresh()),
    (x) => divide(1, add(3, x)),
    (x) => subtract(x, sumBatch(x)),
    (x) => max(x, fresh(), input('y')),
    (x) => multiply(x, fresh()),
    () => fresh(),
  ];

  const seen: Node[] = [];
  let values: readonly Node[] = inputs('x', 1 + random.integer(7));
  for (let depth = 1 + random.integer(4); depth > 0; depth--) {
    const from = values;
    const [hasBias, isMixed] = [random.integer(3) > 0, isRare()];
    const rows = Array.from({ length: 1 + random.integer(9) }, () => {
      const products = from.map((x) => (isMixed && isRare() ? multiply(x, fresh()) : multiply(fresh(), x)));
      return add(...products, ...(hasBias && !isRare() ? [fresh()] : []), ...(isRare() ? [pick(from)] : [])) as Node;
    });
    const activation = isRare() ? pick(unusual) : pick(usual);
    values = (isRare() ? shuffled(rows) : rows).map((z) => add(activation(z)) as Node);
    if (isRare()) values = values.map((value) => (isRare() ? add(pick(unusual)(value), 0) : value) as Node);
    seen.push(...values);
  }

  const order = isRare() ? shuffled(values) : values;
  const loss = pick<() => NodeLike>([
    () => sum(order.map((y) => squaredError(y, input('y')))),
    () =>
      categoricalCrossEntropyWithLogits(
        order,
        order.map((_, k) => (k === 0 ? 1 : 0)),
      ),
    () => sum(order.map((y) => binaryCrossEntropyWithLogits(y, input('y')))),
    () => square(sum(order)),
    () => max(...order, 0),
  ])();
  const terms = [loss];
  if (isRare()) terms.push(multiply(0.1, square(pick(seen))));
  while (random.integer(3) === 0)
    terms.push(pick(penalties)(isRare() ? weights.slice(random.integer(weights.length)) : weights));
  return { loss: add(...terms) as Node, weights };
}
