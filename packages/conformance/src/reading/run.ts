import {
  apply,
  evaluator,
  input,
  lower,
  type Node,
  type Outputs,
  outputNodes,
  topologicalOrder,
} from '@chainrule/core';
import { type Functions, type Reading, runnable } from './expression.ts';
import { type Way, waysOf } from './names.ts';

/** What a formula says about names of inputs and outputs, and how to run it. */
export interface Formula {
  readonly inputs: readonly string[];
  /** The names of all lines that are outputs, in order. */
  readonly outputs: readonly string[];
  /** The values of the outputs for the numbers of a row. */
  run(row: ArrayLike<number>): Float64Array;
}

const same = (a: Way, b: Way): boolean => a.length === b.length && a.every((part, i) => part === b[i]);

/** Finds in a reading the inputs and outputs of a network, of which it knows the names only. */
export function formulaOf(reading: Reading, outputs: Outputs): Formula {
  const { fields, slots } = lower(outputs);
  const row = new Float64Array(slots);
  const values = new Float64Array(reading.lines.length);
  const places = new Map<string, number>();
  const seen = new Set<string>();
  const functions = functionsOf(outputs);

  const place = (key: string): (() => number) => {
    const at = places.get(key);
    if (at !== undefined) return () => values[at] as number;
    for (const way of waysOf(key)) {
      const [name, index = 0] = way;
      const field = fields.find((each) => each.name === name);
      if (field === undefined || way.length !== (field.size === undefined ? 1 : 2)) continue;
      seen.add(field.name);
      const slot = field.slot + Number(index);
      return () => row[slot] as number;
    }
    throw new Error(`Nothing in the network has the name ${key}.`);
  };
  const lines = reading.lines.map(({ name, value }, i) => {
    const run = runnable(value, place, functions);
    if (places.has(name)) throw new Error(`Two lines have the name ${name}.`);
    places.set(name, i);
    return run;
  });
  const result = reading.result && runnable(reading.result, place, functions);

  const ways = reading.lines.map(({ name }) => waysOf(name));
  const found = waysOfOutputs(outputs).map((way) => {
    if (way.length === 0) return -1;
    const at = ways.findIndex((candidates) => candidates.some((each) => same(each, way)));
    if (at < 0) throw new Error(`No line is the output ${way}.`);
    return at;
  });
  return {
    inputs: fields.map(({ name }) => name).filter((name) => seen.has(name)),
    outputs: found.map((at) => String(ways[at]?.find(([first]) => typeof first === 'string')?.[0])),
    run: (numbers) => {
      row.set(numbers);
      lines.forEach((run, i) => {
        values[i] = run();
      });
      return Float64Array.from(found, (at) => (at < 0 ? (result as () => number)() : (values[at] as number)));
    },
  };
}

/** Where each output lies: keys of records, places in arrays. */
function waysOfOutputs(outputs: unknown): Way[] {
  const ways: Way[] = [];
  const walk = (part: unknown, way: Way): void => {
    if (typeof part === 'number' || (typeof part === 'object' && part !== null && 'kind' in part && 'rank' in part))
      ways.push(way);
    else if (Array.isArray(part)) part.forEach((each, i) => walk(each, [...way, i]));
    else for (const [key, each] of Object.entries(part as object)) walk(each, [...way, key]);
  };
  walk(outputs, []);
  return ways;
}

/** The derived operations of a network, as core's interpreter runs them. */
function functionsOf(outputs: Outputs): Functions {
  const functions: Record<string, (args: readonly number[]) => number> = {};
  for (const node of topologicalOrder(outputNodes(outputs)).nodes) {
    if (node.kind !== 'operation' || node.op.primitive !== undefined) continue;
    const runs = new Map<number, (args: readonly number[]) => number>();
    functions[node.op.name] ??= (args) => {
      const known = runs.get(args.length);
      if (known !== undefined) return known(args);
      const names = args.map((_, i) => `x${i}`);
      const predict = evaluator(
        apply(
          node.op,
          names.map((name) => input(name)),
        ) as Node,
      );
      const run = (numbers: readonly number[]): number => predict(numbers as never) as number;
      runs.set(args.length, run);
      return run(args);
    };
  }
  return functions;
}
