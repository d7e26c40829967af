import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { input, type Node } from '@chainrule/core';
import { ExportError } from '@chainrule/export';
import { add } from '@chainrule/ops';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accidents } from '../corrupt.ts';
import { otherChoices, rowErrors, unavoidable } from '../errors.ts';
import { hostileNames } from '../hostileNames.ts';
import { expected, type Net } from '../nets/net.ts';
import { classifier, handwriting, iris, moons, thermometer } from '../nets/trained.ts';
import {
  convolution,
  elementaryFunctions,
  everyOp,
  lossWithGradient,
  randomGraphs,
  robotArm,
} from '../nets/untrained.ts';
import type { Target } from '../targets/target.ts';

/** A missing tool fails where CI is set; elsewhere it leaves the target out, and says so. */
const lacks = (tools: readonly string[]): string | undefined =>
  tools.find((tool) => {
    try {
      execFileSync(tool, ['--version'], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });

const hostile = hostileNames(2000);

/** No test is about time, and the tools are slow on a busy machine. */
const patience = 1_200_000;

/** Every net in every one of some targets, run with the real tools; at the end the table of the largest errors. */
export function matrix(targets: readonly Target[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  let folders = 0;
  const empty = (): string => {
    const path = join(folder, `${folders++}`);
    mkdirSync(path);
    return path;
  };

  const nets: Net[] = [];
  const graphs = randomGraphs(200);
  const largest: Record<string, Record<string, number>> = {};

  beforeAll(async () => {
    for (const make of [thermometer, classifier, moons, iris, handwriting]) nets.push(await make());
    nets.push(robotArm(), convolution(), lossWithGradient(), everyOp());
  }, patience);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    console.log('largest error: |found − expected| / max(1, |expected|), 0 = the same bits');
    console.table(table());
  });

  const note = (net: string, target: string, error: number): void => {
    largest[net] = { ...largest[net], [target]: Math.max(largest[net]?.[target] ?? 0, error) };
  };

  /** The table of the largest errors, as it is printed. */
  const table = (): Record<string, Record<string, string>> =>
    Object.fromEntries(
      Object.entries(largest).map(([net, errors]) => [
        net,
        Object.fromEntries(
          Object.entries(errors).map(([target, error]) => [target, error === 0 ? '0' : error.toExponential(1)]),
        ),
      ]),
    );

  describe.each(targets)('$name', (target) => {
    const missing = lacks(target.tools);
    if (missing !== undefined && process.env['CI'] === undefined) {
      it.skip(`needs ${missing}, which is not installed`, () => {});
      return;
    }
    afterAll(() => target.close?.(), patience);
    const isTaken = (net: Net): boolean => target.leavesOut?.(net) === undefined;
    const extremes = target.extremes ?? [0, Number.NaN, ...(target.bound === 0 ? [1e4, -1e4, 1e308, -1e308] : [])];
    const taking = (all: readonly Net[]): Net[] =>
      all.filter(isTaken).map((net) => ({
        ...net,
        columns: net.columns.map((column) =>
          Float64Array.from([...column, ...extremes], (value) => target.rounded?.(value) ?? value),
        ),
      }));

    /** The rows that are off by more than is allowed; notes the largest error under a name. */
    const failures = (net: Net, found: readonly Float64Array[], name = net.name): readonly object[] => {
      const wanted = expected(net);
      const errors = rowErrors(found, wanted, target.bound === 0);
      const others = net.chooses ? otherChoices(found, wanted) : 0;
      const suspects = [...errors.keys()].filter((row) => (errors[row] as number) > target.bound);
      const limits = target.unit === undefined ? undefined : unavoidable(net, target.unit, suspects, target.rounded);
      // where an output has no value that the target can hold there is no error to note
      note(name, target.name, Math.max(...errors.filter((_, row) => limits?.[row] !== Number.POSITIVE_INFINITY)));
      const rows = suspects.filter((row) => (errors[row] as number) > 16 * (limits?.[row] ?? 0));
      return rows.length + others === 0
        ? []
        : [{ net: net.name, others, rows, errors: rows.map((row) => errors[row]) }];
    };

    it(
      'agrees on trained nets, a robot arm, a convolution, a gradient and every op',
      async () => {
        const taken = taking(nets);
        const found = await target.run(taken, empty());
        expect(taken.flatMap((net, i) => failures(net, found[i] as Float64Array[]))).toEqual([]);
      },
      patience,
    );

    it(
      'agrees on 200 random graphs with their derivatives',
      async () => {
        const taken = taking(graphs);
        const found = await target.run(taken, empty());
        expect(taken.flatMap((net, i) => failures(net, found[i] as Float64Array[], '200 random graphs'))).toEqual([]);
      },
      patience,
    );

    if (target.bound === 0)
      it(
        'has the elementary functions to the bit, at 24,000 points and edges',
        async () => {
          const net = elementaryFunctions();
          const [found] = await target.run([net], empty());
          expect(failures(net, found as Float64Array[])).toEqual([]);
        },
        patience,
      );

    it(
      'proves itself, and a corrupted digit disproves it',
      async () => {
        const checks = nets
          .filter((net) => isTaken(net) && !net.random)
          .flatMap((net) => [{ net, edit: undefined }, ...accidents(net, 2).map((edit) => ({ net, edit }))]);
        const verdicts = await target.selfTests(checks, empty());
        expect(verdicts).toHaveLength(checks.length);
        verdicts.forEach(({ error, bound }, i) => {
          const { net, edit } = checks[i] as (typeof checks)[number];
          if (edit === undefined) expect(error, net.name).toBeLessThanOrEqual(bound);
          else expect(error, `${net.name}, corrupted`).toBeGreaterThan(bound);
        });
      },
      patience,
    );

    it(
      'takes 2,000 hostile names for inputs and outputs as data, or refuses them',
      async () => {
        const isRefused = (name: string): boolean => {
          try {
            target.print(echo([name]));
            return false;
          } catch (error) {
            expect(error).toBeInstanceOf(ExportError);
            return true;
          }
        };
        const taken = hostile.filter((name) => !isRefused(name));
        const groups = Array.from({ length: Math.ceil(taken.length / 250) }, (_, g) =>
          taken.slice(250 * g, 250 * (g + 1)),
        );
        const outputs = groups.map(echo);
        expect(await target.names(outputs, empty())).toEqual(
          groups.map((inputs, g) => ({ inputs, outputs: Object.keys(outputs[g] as object) })),
        );
        // a target that refuses most of them does not take them for data
        expect(taken.length).toBeGreaterThan(hostile.length * 0.75);
      },
      patience,
    );
  });
}

/** An output of each name, which is the input of that name and 1. */
const echo = (names: readonly string[]): Record<string, Node> =>
  Object.fromEntries(names.map((name) => [name, add(input(name), 1) as Node]));
