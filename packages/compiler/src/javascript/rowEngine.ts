import { leafCode, type Machine, type Program, parameterReader } from '@chainrule/core';
import { operationsOf } from '../engines.ts';
import { inPieces } from './inPieces.ts';
import { instantiate } from './instantiate.ts';
import { layouts } from './layout.ts';
import { scopeOf } from './spelling.ts';
import { countName, write } from './write.ts';

/** A program for one row at a time, without loops; the value of an instruction has its number in memory. */
export function rowEngine(given: Program): Machine['run'] {
  const program = inPieces(given);
  const { slots, outputs } = program;
  const plan = layouts(program)(operationsOf(program));
  const place = (id: number): string => `v[${id}]`;
  const scope = scopeOf(program);
  const functions = plan.chunks.map((chunk) =>
    instantiate<(v: Float64Array, count: number) => void>(
      `(function(v,${countName}){\n${write(plan, chunk, { prefix: 'v', read: place, keep: place })}\n})`,
      scope,
    ),
  );
  const v = program.aux.map((value, id) => (program.op[id] === leafCode.constant ? value : 0));
  const readParameters = parameterReader(program.parameters);
  return (columns, _, results, rows) => {
    readParameters(v, slots);
    const row = rows === undefined ? 0 : (rows[0] as number);
    for (let slot = 0; slot < slots; slot++) v[slot] = (columns[slot] as ArrayLike<number>)[row] as number;
    for (let i = 0; i < functions.length; i++) (functions[i] as (v: Float64Array, count: number) => void)(v, 1);
    for (let i = 0; i < outputs.length; i++) (results[i] as Float64Array)[0] = v[outputs[i] as number] as number;
  };
}
