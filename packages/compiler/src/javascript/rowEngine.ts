import { argsOf } from '@chainrule/blocks';
import { type Machine, type Program, parameterReader } from '@chainrule/core';
import { operationsOf } from '../engines.ts';
import { instantiate } from './instantiate.ts';
import { layouts, withShortLists } from './layout.ts';
import { scopeOf } from './spelling.ts';
import { countName, write } from './write.ts';

/** How many engines there are: no two have the same text, as V8 counts on a list only if the function that reads it is one of a kind. */
let engines = 0;

/**
 * A program for one row at a time, without loops; the value of an instruction has its number in memory. The memory is known to the
 * code, which then need not ask where it lies and how long it is.
 */
export function rowEngine(given: Program): Machine['run'] {
  const program = withShortLists(given);
  const { slots, outputs } = program;
  const plan = layouts(program)(widestFirst(program));
  const place = (id: number): string => `v[${id}]`;
  const v = program.aux.slice(); // constants are there, all else is written before it is read
  const scope = { ...scopeOf(program), v, [countName]: 1 };
  const name = `row${engines++}`;
  const functions = plan.chunks.map((chunk) =>
    instantiate<() => void>(
      `(function ${name}(){${write(plan, chunk, { prefix: 'v', read: place, keep: place })}})`,
      scope,
    ),
  );
  const readParameters = parameterReader(program.parameters);
  return (columns, _, results, rows) => {
    readParameters(v, slots);
    const row = rows?.[0] ?? 0;
    for (let slot = 0; slot < slots; slot++) v[slot] = (columns[slot] as ArrayLike<number>)[row] as number;
    for (const run of functions) run();
    for (let i = 0; i < outputs.length; i++) (results[i] as Float64Array)[0] = v[outputs[i] as number] as number;
  };
}

/** The operations by depth: what waits for each other stands apart, so that processors compute it side by side. */
function widestFirst(program: Program): number[] {
  const depths: number[] = [];
  for (let id = 0; id < program.length; id++)
    depths.push(argsOf(program, id).reduce((depth, arg) => Math.max(depth, (depths[arg] as number) + 1), 0));
  return operationsOf(program).sort((a, b) => (depths[a] as number) - (depths[b] as number));
}
