import { instantiate } from './instantiate.ts';
import type { Chunk, Layout } from './layout.ts';
import { scopeOf } from './spelling.ts';
import { countName, type Places, write } from './write.ts';

/** The code of a chunk for one sample. `count` is that of the batch; what other chunks need goes through `memory`. */
export type Straight = (
  parameters: Float64Array,
  inputs: Float64Array,
  memory: Float64Array,
  outputs: Float64Array,
  count: number,
) => void;

const places: Places = {
  prefix: 'v',
  input: (slot) => `x[${slot}]`,
  parameter: (slot) => `p[${slot}]`,
  cell: (place) => `m[${place}]`,
  keep: (place) => `m[${place}]`,
  output: (i) => `y[${i}]`,
};

/** Turns chunks of a layout into functions. */
export function straight(plan: Layout): (chunk: Chunk) => Straight {
  const scope = scopeOf(plan.program);
  return (chunk) => instantiate(`(function(p,x,m,y,${countName}){\n${write(plan, chunk, places)}\n})`, scope);
}
