import { type Block, coverage, discover } from '@chainrule/blocks';
import type { Program } from '@chainrule/core';
import type { EngineOptions } from './engineOptions.ts';
import { blocksOf, operationsOf } from './engines.ts';
import type { CompiledMachine } from './machine.ts';
import { wasmMachine } from './wasm/machine.ts';

/** The plan of a program as text, a line for each block: what it is, its rows, and the operations or terms of each. */
export function explain(
  program: Program,
  { single, batch }: CompiledMachine['engine'],
  { precision = 'f64', fast = false }: EngineOptions,
): string {
  const lines = [
    `operations ${shown(operationsOf(program).length)}, inputs ${shown(program.slots)}, parameters ${shown(program.parameters.length)}, ${precision}${fast ? ', fast' : ''}`,
    `single rows: ${single.name} (${single.reason})`,
    `batches: ${batch.name} (${batch.reason})`,
    `blocks of 4 rows and more hold ${(100 * coverage(discover(program))).toFixed(1)} % of the operations`,
  ];
  if (batch.name === 'wasm') {
    const blocks = blocksOf(program);
    const { code, memory } = wasmMachine(blocks, { precision, fast }).bytes;
    lines.push(`code ${shown(code)} bytes, memory ${shown(memory)} bytes`);
    for (const { rank, blocks: its } of blocks.phases)
      for (const block of its) {
        const [kind, size, sums = 0] = described(block);
        const after = sums > 0 ? `, sums over the batch: ${sums}` : '';
        lines.push(`${rank === 0 ? 'once a batch' : 'per sample  '} ${kind} ${block.rows} × ${size}${after}`);
      }
  }
  return lines.join('\n');
}

function described(block: Block): [kind: string, size: number, sums?: number] {
  if (block.kind === 'outer') return ['outer', block.columns];
  if (block.kind === 'map') return [block.rows === 1 ? 'straight' : 'map', block.statements.length, block.sums.length];
  const terms = block.parts.reduce((sum, { count }) => sum + count, 0);
  return [block.parts.some(({ factors }) => factors.length === 2) ? 'contract' : `reduce by ${block.primitive}`, terms];
}

const shown = (count: number): string => count.toLocaleString('en');
