import { type Block, coverage, discover } from '@chainrule/blocks';
import type { Program } from '@chainrule/core';
import type { EngineOptions } from './engineOptions.ts';
import { blocksOf, operationsOf } from './engines.ts';
import type { CompiledMachine } from './machine.ts';
import { wasmMachine } from './wasm/machine.ts';

/** The plan of a program as text, a line for each block. */
export function explain(
  program: Program,
  { single, batch }: CompiledMachine['engine'],
  { precision = 'f64', fast = false }: EngineOptions,
): string {
  const lines = [
    `${count(operationsOf(program).length, 'operation')} on ${count(program.slots, 'input')} and ${count(program.parameters.length, 'parameter')}, ${precision}${fast ? ', fast' : ''}`,
    `single rows: ${single.name} (${single.reason})`,
    `batches: ${batch.name} (${batch.reason})`,
    `blocks of 4 rows and more hold ${(100 * coverage(discover(program))).toFixed(1)} % of the operations`,
  ];
  if (batch.name === 'wasm') {
    const blocks = blocksOf(program);
    const { code, memory } = wasmMachine(blocks, { precision, fast }).bytes;
    lines.push(`code ${count(code, 'byte')}, memory ${count(memory, 'byte')}`);
    for (const { rank, blocks: its } of blocks.phases)
      for (const block of its) lines.push(`${rank === 0 ? 'once a batch' : 'per sample  '}  ${described(block)}`);
  }
  return lines.join('\n');
}

function described(block: Block): string {
  const { rows } = block;
  if (block.kind === 'outer') return `outer     ${rows} × ${block.columns}, summed over the batch`;
  if (block.kind === 'map') {
    const sums = block.sums.length * rows;
    return `${rows === 1 ? 'straight ' : `map       ${rows} ×`} ${count(block.statements.length, 'operation')}${sums > 0 ? `, ${count(sums, 'sum')} over the batch` : ''}`;
  }
  const terms = block.parts.reduce((sum, part) => sum + part.count, 0);
  const isDense = block.parts.some(({ factors }) => factors.length === 2);
  return isDense ? `contract  ${rows} × ${terms}` : `reduce    ${rows} × ${terms} by ${block.primitive}`;
}

const count = (n: number, what: string): string => `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
