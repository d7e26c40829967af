import { interpreter, type Program } from '@chainrule/core';
import type { BlockProgram } from '../block.ts';
import { runBlocks } from './runBlocks.ts';

/** Where blocks give other bits than the interpreter for a batch of `count` samples; undefined if nowhere. */
export function differenceFrom(program: Program, blocks: BlockProgram, count: number): string | undefined {
  const columns = Array.from({ length: program.slots }, (_, k) =>
    Float64Array.from({ length: count }, (_, s) => 2 * Math.sin(3 * s + 5 * k * k + 1)),
  );
  if (columns[0] !== undefined) columns[0][count - 1] = -0;
  const expected = Array.from(program.outputs, (id) => new Float64Array(program.rank[id] === 1 ? count : 1));
  interpreter(program).run(columns, count, expected);
  const found = runBlocks(blocks, columns, count);
  for (let k = 0; k < expected.length; k++) {
    const [right, list] = [expected[k] as Float64Array, found[k] as Float64Array];
    const s = right.findIndex((value, i) => !Object.is(value, list[i]));
    if (s >= 0) return `output ${k}, sample ${s} of ${count}: ${list[s]}, expected ${right[s]}`;
  }
  return undefined;
}
