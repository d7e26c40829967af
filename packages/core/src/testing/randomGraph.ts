import fc from 'fast-check';
import {
  defineOp,
  funcify,
  input,
  inputs,
  type Node,
  type NodeLike,
  type Parameter,
  parameter,
  type RandomGenerator,
  sumBatch,
} from '../index.ts';
import { type Directions, forward, type Jet } from './forward.ts';
import * as ops from './vocabulary.ts';

/** A graph as plain numbers, so that it can be shrunk, printed and kept: values of leaves, and one list a step. */
export interface Plan {
  /** Values for x, y, an unnamed input, v[0], v[1], and the parameters p and q. */
  readonly values: readonly number[];
  /** For each step: which operation, and its arguments as `pick` reads them. */
  readonly steps: readonly (readonly [operation: number, a: number, b: number, c: number])[];
}

export interface RandomGraph {
  readonly of: Node;
  /** Two more outputs, which share nodes with `of`. */
  readonly others: readonly [Node, Node];
  /** Leaves and inner nodes, to differentiate with respect to. */
  readonly targets: readonly Node[];
  /** A value for each input; the unnamed one is called x1. */
  readonly row: { readonly x: number; readonly y: number; readonly x1: number; readonly v: readonly number[] };
  readonly parameters: readonly [Parameter, Parameter];
  readonly leafValue: (leaf: Node) => number;
  readonly formula: string;
}

type Builder = (a: NodeLike, b: NodeLike, c: NodeLike) => Node;

/** √(a² + b² + 1), with partials that use the result. */
const length = defineOp('length', {
  expand: (a, b) => ops.sqrt(ops.add(ops.square(a), ops.square(b), 1)),
  partials: (y, a, b) => [ops.divide(a, y), ops.divide(b, y)],
});

/** x · sigmoid(x): a derived op of a derived op. */
const swish = defineOp('swish', { expand: (x) => ops.multiply(x, ops.sigmoid(x)) });

/** log x where that is finite, else 0: a choice inside a derived op. */
const safeLog = defineOp('safeLog', { expand: (x) => ops.select(ops.less(0, x), ops.log(x), 0) });

const softsign = defineOp('softsign', { expand: (x) => ops.divide(x, ops.add(1, ops.abs(x))) });

/** What a step may be: every primitive but sumBatch, and derived operations with and without stated partials. */
export const vocabulary: readonly (readonly [name: string, Builder])[] = [
  ['add', (a, b) => ops.add(a, b)],
  ['add3', (a, b, c) => ops.add(a, b, c)],
  ['subtract', (a, b) => ops.subtract(a, b)],
  ['multiply', (a, b) => ops.multiply(a, b)],
  ['multiply3', (a, b, c) => ops.multiply(a, b, c)],
  ['twice', (a) => ops.add(a, a)],
  ['divide', (a, b) => ops.divide(a, b)],
  ['negate', (a) => ops.negate(a)],
  ['power', (a, b) => ops.power(a, b)],
  ['sqrt', (a) => ops.sqrt(a)],
  ['exp', (a) => ops.exp(a)],
  ['expm1', (a) => ops.expm1(a)],
  ['log', (a) => ops.log(a)],
  ['log1p', (a) => ops.log1p(a)],
  ['sin', (a) => ops.sin(a)],
  ['cos', (a) => ops.cos(a)],
  ['tan', (a) => ops.tan(a)],
  ['atan2', (a, b) => ops.atan2(a, b)],
  ['tanh', (a) => ops.tanh(a)],
  ['erf', (a) => ops.erf(a)],
  ['abs', (a) => ops.abs(a)],
  ['floor', (a) => ops.floor(a)],
  ['max', (a, b) => ops.max(a, b)],
  ['min3', (a, b, c) => ops.min(a, b, c)],
  ['less', (a, b) => ops.less(a, b)],
  ['select', (a, b, c) => ops.select(a, b, c)],
  ['select where positive', (a, b, c) => ops.select(ops.less(0, a), b, c)],
  ['guarded sqrt', (a, b) => ops.select(ops.less(0, a), ops.sqrt(a), b)],
  ['guarded divide', (a, b) => ops.select(b, ops.divide(a, b), 0)],
  ['sigmoid', (a) => ops.sigmoid(a)],
  ['log sigmoid', (a) => ops.log(ops.sigmoid(a))],
  ['1 - sigmoid', (a) => ops.subtract(1, ops.sigmoid(a))],
  ['softplus', (a) => ops.softplus(a)],
  ['relu', (a) => ops.relu(a)],
  ['square', (a) => ops.square(a)],
  ['mean', (a, b, c) => ops.mean([a, b, c])],
  ['length', (a, b) => length(a, b)],
  ['swish', (a) => swish(a)],
  ['safeLog', (a) => safeLog(a)],
  ['softsign', (a) => softsign(a)],
];

/** The same with the sum over the batch, which no single row can be differentiated through. */
export const batchVocabulary: readonly (readonly [name: string, Builder])[] = [
  ...vocabulary,
  ['sumBatch', (a) => sumBatch(a)],
  ['mean over the batch', (a) => ops.divide(sumBatch(a), sumBatch(1))],
];

const constants = [0, 1, -1, 2, 0.5, 3, -2, -0.5, 0.1, 10];
/** Picks below this are constants, above it nodes, counted from the last one. */
const firstNode = 24;
const picks = 200;

const pick = (n: number, nodes: readonly Node[]): NodeLike =>
  n < firstNode
    ? (constants[n % constants.length] as number)
    : (nodes[nodes.length - 1 - ((n - firstNode) % nodes.length)] as Node);

/** The graph of a plan. The same plan gives the same graph everywhere. */
export function buildGraph(
  { values, steps }: Plan,
  words: readonly (readonly [string, Builder])[] = vocabulary,
): RandomGraph {
  const x = input('x');
  const y = input('y');
  const unnamed = input();
  const v = inputs('v', 2);
  const p = parameter(values[5] as number, { name: 'p' });
  const q = parameter(values[6] as number, { name: 'q' });
  const leaves = [x, input('x'), y, unnamed, ...v, p, q];
  const built: Node[] = [];
  for (const [operation, a, b, c] of steps) {
    const nodes = [...leaves, ...built];
    const [, build] = words[operation % words.length] as (typeof words)[number];
    built.push(build(pick(a, nodes), pick(b, nodes), pick(c, nodes)));
  }
  const of = built[built.length - 1] ?? x;
  const inner = [built[0], built[Math.floor(built.length / 2)], of].filter((node) => node !== undefined);
  const key = (leaf: Node): string =>
    leaf.kind === 'input' ? `${leaf.name} ${leaf.element?.index}` : leaf.kind === 'parameter' ? `${leaf.name}` : '';
  const [atX = 0, atY = 0, atUnnamed = 0, ...rest] = values;
  const byKey = new Map([x, y, unnamed, ...v, p, q].map((leaf, i) => [key(leaf), values[i] as number]));
  return {
    of,
    others: [inner[1] ?? y, inner[0] ?? p],
    targets: [x, y, unnamed, ...v, p, q, ...inner],
    row: { x: atX, y: atY, x1: atUnnamed, v: rest.slice(0, 2) },
    parameters: [p, q],
    leafValue: (leaf) => byKey.get(key(leaf)) as number,
    get formula() {
      return funcify(of, { digits: Number.POSITIVE_INFINITY, parameters: 'names' });
    },
  };
}

/** Plans that fast-check can shrink: fewer steps, arguments that are nearer, rounder values. */
export const plan: fc.Arbitrary<Plan> = fc.record({
  values: fc.array(
    fc.integer({ min: -3000, max: 3000 }).map((thousandths) => thousandths / 1000),
    { minLength: 7, maxLength: 7 },
  ),
  steps: fc.array(
    fc.tuple(fc.nat(batchVocabulary.length * 20 - 1), fc.nat(picks - 1), fc.nat(picks - 1), fc.nat(picks - 1)),
    { minLength: 1, maxLength: 18, size: 'max' },
  ),
});

/** The same from a generator of our own, whose numbers no release of another library changes. */
export function planFrom(generator: RandomGenerator): Plan {
  return {
    values: Array.from({ length: 7 }, () => generator.uniform(-3, 3)),
    steps: Array.from({ length: 1 + generator.integer(18) }, () => [
      generator.integer(1000),
      generator.integer(picks),
      generator.integer(picks),
      generator.integer(picks),
    ]),
  };
}

/** Whether two nodes are the same leaf: inputs go by name. */
const sameLeaf = (a: Node, b: Node): boolean =>
  a === b ||
  (a.kind === 'input' &&
    b.kind === 'input' &&
    a.name !== undefined &&
    a.name === b.name &&
    a.element?.index === b.element?.index);

/**
 * The derivatives that the independent method gives, or undefined where they are no yardstick: at kinks, where something
 * is infinite, or where a relative error of 10⁻¹³ in each intermediate result moves them.
 */
export function oracle(
  of: Node,
  leafValue: (leaf: Node) => number,
  directions: Pick<Directions, 'a' | 'b'>,
): Jet | undefined {
  const jet = forward(of, leafValue, { ...directions, same: sameLeaf });
  if (!jet.sure || !jet.smooth || ![jet.value, jet.a, jet.ab].every(Number.isFinite)) return undefined;
  for (const seed of [1, 2]) {
    const noise = (id: number): number => 1e-13 * Math.sin(seed * 1000 + id);
    const noisy = forward(of, leafValue, { ...directions, same: sameLeaf, noise });
    if (!isNear(jet.value, noisy.value, 1e-10) || !isNear(jet.a, noisy.a, 1e-10) || !isNear(jet.ab, noisy.ab, 1e-10))
      return undefined;
  }
  return jet;
}

/** |found − expected| ≤ tolerance · max(1, |expected|) */
export const isNear = (expected: number, found: number, tolerance: number): boolean =>
  Math.abs(found - expected) <= tolerance * Math.max(1, Math.abs(expected));

/**
 * How many cases a random test runs: the given number from a fixed seed, the same everywhere; or what the variable
 * CHAINRULE_GRAPHS asks for, from a new seed each time, which a failure prints.
 */
export function runs(count: number): { readonly numRuns: number; readonly seed?: number } {
  const asked = process.env['CHAINRULE_GRAPHS'];
  return asked === undefined ? { numRuns: count, seed: 42 } : { numRuns: Math.ceil((Number(asked) * count) / 10_000) };
}
