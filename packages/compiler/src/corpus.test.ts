// The corpus on every engine. What ran is counted where it starts: functions made from text, modules, runs of the interpreter.
import { interpreter, type Machine, type Program } from '@chainrule/core';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EngineOptions } from './engineOptions.ts';
import { machine } from './machine.ts';
import { corpus, forms, programOf } from './testing/corpus.ts';
import { engines, reversed } from './testing/engines.ts';
import { columnsFor, counts, difference, distance, resultsOf } from './testing/samples.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const used = vi.hoisted(() => ({ interpreter: 0, javascript: 0, wasm: 0 }));

vi.mock('@chainrule/core', async (original) => {
  const core = await original<typeof import('@chainrule/core')>();
  const counted = (program: Program): Machine => {
    const its = core.interpreter(program);
    const run: Machine['run'] = (...args) => {
      used.interpreter++;
      its.run(...args);
    };
    return { program, run };
  };
  return { ...core, interpreter: counted };
});
vi.mock('./javascript/instantiate.ts', async (original) => {
  const { instantiate } = await original<typeof import('./javascript/instantiate.ts')>();
  return {
    instantiate: (...args: Parameters<typeof instantiate>) => {
      used.javascript++;
      return instantiate(...args);
    },
  };
});
vi.mock('./wasm/instance.ts', async (original) => {
  const { instantiate } = await original<typeof import('./wasm/instance.ts')>();
  return {
    instantiate: (...args: Parameters<typeof instantiate>) => {
      used.wasm++;
      return instantiate(...args);
    },
  };
});

beforeEach(() => {
  Object.assign(used, { interpreter: 0, javascript: 0, wasm: 0 });
});

/** The engines that did anything while `work` was done. */
function usedBy(work: () => void): string[] {
  const before = { ...used };
  work();
  return (Object.keys(used) as (keyof typeof used)[]).filter((name) => used[name] > before[name]);
}

/** Columns and the interpreter's results for each batch, ordinary numbers and special ones. */
function expectations(program: Program, form: (typeof forms)[number]) {
  const reference = interpreter(program);
  // a single NaN makes every sum over the batch NaN: in training they are few
  const rare = form === 'values' ? 0.1 : 0.5 / Math.max(1, program.slots);
  const batches = [...counts.map((count) => [count, 0] as const), ...[1, 3, 67].map((count) => [count, rare] as const)];
  return batches.map(([count, share]) => {
    const columns = columnsFor(program, count, share);
    const rows = count === 65 ? reversed(count) : undefined;
    return { count, columns, rows, share, results: resultsOf(reference, columns, count, rows) };
  });
}

describe.each(Object.keys(corpus))('%s', (name) => {
  for (const form of forms)
    for (const simplify of [true, false])
      test(`${form}, ${simplify ? '' : 'not '}simplified: every engine gives the bits of the interpreter`, () => {
        const program = programOf(name, form, simplify);
        const batches = expectations(program, form);
        expect(used).toEqual({ interpreter: batches.length, javascript: 0, wasm: 0 });
        for (const [engine, make] of Object.entries(engines)) {
          const ran = usedBy(() => {
            const made = make(program);
            for (const { count, columns, rows, results } of batches) {
              const found = difference(results, resultsOf(made, columns, count, rows));
              expect(found, `${engine}, ${count} samples`).toBeUndefined();
            }
          });
          expect(ran).toEqual([engine.replace(/,.*/, '')]);
        }
      });

  test.each(forms)('%s in f32, and with fused multiply-add, within the tolerance', (form) => {
    const program = programOf(name, form);
    const { tolerance } = (corpus[name] as (typeof corpus)[string])();
    const batches = expectations(program, form).filter(({ share }) => share === 0);
    const off = (options: EngineOptions): number => {
      const made = machine(program, { engine: 'wasm', ...options });
      return Math.max(
        ...batches.map(({ count, columns, rows, results }) => distance(results, resultsOf(made, columns, count, rows))),
      );
    };
    const ran = usedBy(() => {
      expect(off({ precision: 'f32' })).toBeLessThan(tolerance);
      expect(off({ precision: 'f32' })).toBeGreaterThan(0);
      expect(off({ precision: 'f32', fast: true })).toBeLessThan(tolerance);
      expect(off({ fast: true })).toBeLessThan(1e-6 * tolerance);
    });
    expect(ran).toEqual(['wasm']);
  });
});

test.each(['interpreter', 'javascript', 'wasm'] as const)(
  'engine %s by name runs all of the corpus and is alone',
  (engine) => {
    const ran = usedBy(() => {
      for (const name of Object.keys(corpus)) {
        const made = machine(programOf(name, 'training'), { engine });
        for (const count of [1, 5]) resultsOf(made, columnsFor(made.program, count), count);
        expect([made.engine.single.name, made.engine.batch.name]).toEqual([engine, engine]);
      }
    });
    expect(ran).toEqual([engine]);
  },
);

test.each([
  ['Fahrenheit to Celsius', 'javascript'],
  ['64-32-10 relu, softmax cross-entropy', 'wasm'],
])('engine auto for %s: single rows on %s, batches on WebAssembly', (name, single) => {
  const made = machine(programOf(name, 'training'));
  const run = (count: number) => () => resultsOf(made, columnsFor(made.program, count), count);
  expect(usedBy(run(1))).toEqual([single]);
  expect(usedBy(run(2))).toEqual(single === 'wasm' ? [] : ['wasm']);
  expect([made.engine.single.name, made.engine.batch.name]).toEqual([single, 'wasm']);
});

test('fast on a runtime without fused multiply-add has the bits of strict code', () => {
  const validate = WebAssembly.validate.bind(WebAssembly);
  const fused = [0xfd, 0x87, 0x02]; // f64x2.relaxed_madd
  vi.spyOn(WebAssembly, 'validate').mockImplementation(
    (code) =>
      validate(code) &&
      !Array.from(code as Uint8Array).some((_, i, all) => fused.every((byte, k) => all[i + k] === byte)),
  );
  const program = programOf('3-7-5-2 tanh', 'training');
  const columns = columnsFor(program, 67);
  const run = (options: EngineOptions) => resultsOf(machine(program, options), columns, 67);
  const [strict, without] = [run({ engine: 'wasm' }), run({ engine: 'wasm', fast: true })];
  vi.restoreAllMocks();
  expect(difference(strict, without)).toBeUndefined();
  expect(difference(strict, run({ engine: 'wasm', fast: true }))).toBeDefined();
});
