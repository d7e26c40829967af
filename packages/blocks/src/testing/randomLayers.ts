import {
  gradient,
  input,
  inputs,
  lower,
  meanBatch,
  type Node,
  type NodeLike,
  type Program,
  parameter,
  type RandomGenerator,
  sumBatch,
} from '@chainrule/core';
import {
  add,
  type divide,
  exp,
  max,
  min,
  multiply,
  negate,
  relu,
  select,
  square,
  subtract,
  sum,
  tanh,
} from '@chainrule/ops';

type Vector = readonly Node[];

/**
 * A program of rows of nodes that are built alike, with what disturbs that: values that others read too, weights that are shared, rows in
 * another order, constants among the terms, outputs from anywhere.
 */
export function randomLayers(random: RandomGenerator): Program {
  const pick = <T>(list: readonly T[]): T => list[random.integer(list.length)] as T;
  const size = (): number => 1 + random.integer(pick([3, 6, 12]));
  const fresh = (n: number): Vector => Array.from({ length: n }, () => parameter(random.uniform(-1, 1)));
  const vectors: Vector[] = [inputs('x', 2 + random.integer(9)), fresh(size()), [input('y')]];
  const some = (): Vector => pick(vectors);
  const at = (v: Vector, i: number): Node => v[((i % v.length) + v.length) % v.length] as Node;
  const rows = (n: number, build: (i: number) => NodeLike): Vector =>
    Array.from({ length: n }, (_, i) => add(build(i)) as Node);
  const total = (terms: readonly NodeLike[]): NodeLike =>
    random.integer(6) === 0 ? add(...terms, pick([0.5, 2])) : add(...terms);
  const product = (a: NodeLike, b: NodeLike): NodeLike => (random.integer(8) === 0 ? multiply(b, a) : multiply(a, b));

  const steps: readonly (() => Vector)[] = [
    () => some().map((x) => pick([tanh, negate, relu, square])(x) as Node),
    () => {
      const f = pick([tanh, negate, square, exp]);
      return some().map((x) => f(x) as Node);
    },
    () => {
      const [u, v, f, shift, sign] = [
        some(),
        some(),
        pick([add, multiply, subtract, max]),
        random.integer(3),
        pick([1, -1]),
      ];
      return rows(Math.max(u.length, v.length), (i) => (f as typeof divide)(at(u, i), at(v, shift + sign * i)));
    },
    () => {
      const [v, w, b] = [some(), fresh(144), fresh(12)];
      return rows(size(), (j) => total([...v.map((x, i) => product(w[12 * j + i] as Node, x)), b[j] as Node]));
    },
    () => {
      const [v, w] = [some(), fresh(size())];
      return rows(size(), (j) => total(w.map((weight, k) => product(weight, at(v, j + k)))));
    },
    () => {
      const [u, v] = [some(), some()];
      return rows(size(), (j) => total(u.map((x, i) => product(x, at(v, i + j)))));
    },
    () => {
      const [v, terms] = [some(), size()];
      const products = rows(terms, (k) => multiply(at(v, k), at(v, k + 1)));
      vectors.push(products.slice(0, 1 + random.integer(terms)));
      return rows(size(), (j) => total([...products, at(v, j)]));
    },
    () => [
      pick([sum, (v: Vector) => max(...v), (v: Vector) => min(...v), (v: Vector) => multiply(...v)])(some()) as Node,
    ],
    () => {
      const [u, v] = [some(), some()];
      return u.flatMap((a) => v.slice(0, 6).map((b) => sumBatch(multiply(a, b)) as Node)).slice(0, 12);
    },
    () => some().map((x) => sumBatch(x) as Node),
    () => {
      const [u, v] = [some(), some()];
      return u.map((x, i) => select(at(v, i), x, 0) as Node);
    },
    () => [...some()].reverse(),
    () => some().filter((_, i) => i % 2 === 0),
    () => [...some(), ...some()].slice(0, 12),
  ];
  for (let n = 2 + random.integer(8); n > 0; n--) vectors.push(pick(steps)());

  const last = vectors[vectors.length - 1] as Vector;
  const mean = meanBatch(sum(last.map((x) => square(tanh(x)))) as Node);
  const weights = vectors.flat().filter((node) => node.kind === 'parameter');
  const outputs: Node[] = [mean as Node];
  if (random.integer(3) > 0) outputs.push(...(gradient(mean, weights as Node[]) as Node[]));
  if (random.integer(2) > 0) outputs.push(...last);
  if (random.integer(3) === 0) outputs.push(...some(), pick(some()), pick(some()));
  if (random.integer(5) === 0) outputs.push(at(last, 0), add(2, 3) as Node);
  return lower(outputs as Node[], { simplify: random.integer(6) > 0 });
}
