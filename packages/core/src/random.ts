import { describe, GraphError } from './errors.ts';
import { makeParameter, type Parameter } from './node.ts';

/** Random numbers that are the same on every machine for the same seed. */
export interface RandomGenerator {
  /** Uniform in [0, 1), 53 random bits. */
  next(): number;
  /** Uniform in [low, high). */
  uniform(low: number, high: number): number;
  /** A whole number in [0, n). */
  integer(n: number): number;
  /** What the generator will go on from; `randomGenerator(state)` continues there. */
  state(): readonly [number, number, number, number];
}

/**
 * A generator of random numbers from a seed: xoshiro128** (Blackman & Vigna 2018) in 32-bit integer arithmetic.
 * @throws GraphError if the seed is not a whole number.
 * @example randomGenerator(42).uniform(-1, 1)
 */
export function randomGenerator(seed: number | readonly [number, number, number, number]): RandomGenerator {
  let [a, b, c, d] = typeof seed === 'object' ? seed : scramble(seed);

  const bits = (): number => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9);
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotate(d, 11);
    return result >>> 0;
  };
  const next = (): number => ((bits() >>> 5) * 0x4000000 + (bits() >>> 6)) / 0x20000000000000;

  return {
    next,
    uniform: (low, high) => low + (high - low) * next(),
    integer: (n) => Math.floor(next() * n),
    state: () => [a, b, c, d],
  };
}

const rotate = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** Spreads a seed over the four words of the state (splitmix32). */
function scramble(seed: number): [number, number, number, number] {
  if (!Number.isSafeInteger(seed)) throw new GraphError(`A seed must be a whole number, not ${describe(seed)}.`);
  let x = (seed | 0) + Math.imul(Math.floor(seed / 0x100000000), 0x9e3779b9);
  const word = (): number => {
    x = (x + 0x9e3779b9) | 0;
    let z = x;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return z ^ (z >>> 16);
  };
  return [word(), word(), word(), word()];
}

let shared = /* @__PURE__ */ randomGenerator(0);

/**
 * Starts the generator that parameters and initializers draw from anew: the same seed, the same program, the same numbers.
 * @throws GraphError if the seed is not a whole number.
 * @example seed(42);
 */
export function seed(value: number): void {
  shared = randomGenerator(value);
}

/** The generator that parameters and initializers draw from. */
export function random(): RandomGenerator {
  return shared;
}

/**
 * A number that training may change. Without a value it is drawn uniformly from −1…1 by the seeded generator.
 * @throws GraphError if the value is not a number.
 * @example const w = parameter(0.5, { name: 'weight' }); w.value // 0.5
 */
export function parameter(
  value?: number,
  { name, trainable = true }: { readonly name?: string; readonly trainable?: boolean } = {},
): Parameter {
  return makeParameter(value === undefined ? shared.uniform(-1, 1) : value, name, trainable);
}
