import { expect, test } from 'vitest';
import {
  evaluate,
  evaluator,
  fromJSON,
  funcify,
  gradient,
  type InputField,
  input,
  lower,
  ModelFileError,
  type Node,
  outputNodes,
  randomGenerator,
  summary,
  toJSON,
} from '../index.ts';
import { example, type Json } from '../testing/modelFile.ts';
import { mutate } from '../testing/mutate.ts';
import { runs } from '../testing/randomGraph.ts';
import { negate, sum } from '../testing/vocabulary.ts';

/** What a pointer (RFC 6901) points at, or an error: undefined stands for a member that is missing in what exists. */
function at(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const part of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null) throw new Error(`${pointer} does not exist`);
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    value = Object.hasOwn(value, key) ? (value as { [key: string]: Json })[key] : undefined;
  }
  return value;
}

const rowOf = (fields: readonly InputField[]): Record<string, number | number[]> =>
  Object.fromEntries(
    fields.map(({ name, size }) => [name, size === undefined ? 0.5 : new Array<number>(size).fill(0.5)]),
  );

/** Does with a model what one does with a model. */
function use(read: ReturnType<typeof fromJSON>): void {
  const row = rowOf(lower(read).fields);
  evaluate(read, row);
  funcify(read);
  String(summary(read));
  const [first] = outputNodes(read);
  if (first !== undefined) evaluator(gradient(first, [input('a')]));
  expect(JSON.stringify(toJSON(fromJSON(JSON.stringify(toJSON(read)))))).toBe(JSON.stringify(toJSON(read)));
}

test('10,000 mutated model files: each is a model that works, or an error that points at a place, and prototypes stay', () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const text = JSON.stringify(example());
  const count = { refused: 0, read: 0 };
  for (let seed = 0; seed < runs(10_000).numRuns; seed++) {
    const generator = randomGenerator(seed);
    const document: Json = JSON.parse(text);
    for (let n = generator.integer(3); n >= 0; n--) mutate(document, generator);
    const started = performance.now();
    try {
      use(fromJSON(seed % 2 === 0 ? document : JSON.stringify(document)));
      count.read++;
    } catch (error) {
      if (!(error instanceof ModelFileError)) throw new Error(`seed ${seed}: ${error}`, { cause: error });
      const found = at(document, error.pointer);
      if (found === undefined) expect(error.message).toContain('missing');
      expect(error.message.length).toBeLessThan(500);
      count.refused++;
    }
    if (performance.now() - started > 2000) throw new Error(`seed ${seed} took more than two seconds`);
  }
  expect(count.refused).toBeGreaterThan(runs(3000).numRuns);
  expect(count.read).toBeGreaterThan(runs(1000).numRuns);
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as Record<string, unknown>)['format']).toBeUndefined();
}, 120_000);

test('a file with __proto__ in all places leaves prototypes alone', () => {
  const text = JSON.stringify(example()).replaceAll('"p":', '"__proto__":').replaceAll('"deep":', '"constructor":');
  const read = fromJSON<Record<string, Node>>(text);
  expect(Object.keys(read)).toContain('__proto__');
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(sum(outputNodes(read).slice(0, 2)).kind).toBe('operation');
  expect(negate(read['c'] as Node).kind).toBe('operation');
});
