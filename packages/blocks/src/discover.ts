import type { Program } from '@chainrule/core';
import { arrange } from './arrange.ts';
import type { Block, BlockProgram } from './block.ts';
import { type Colours, coloursOf } from './colours.ts';
import type { Dense } from './dense.ts';
import { type Draft, idsOf } from './draft.ts';
import { foldBlock } from './foldBlock.ts';
import { inPieces } from './inPieces.ts';
import { locate } from './locate.ts';
import { mapBlock } from './mapBlock.ts';
import { outerBlock } from './outerBlock.ts';
import { placed } from './place.ts';
import { isLoop } from './runs.ts';
import * as unitKind from './unitKind.ts';
import { unitsOf } from './units.ts';
import { type Usage, usageOf } from './usage.ts';

/**
 * Finds the dense structure of a program: equally built instructions become rows of one block. What has no structure is left in
 * straight segments. Takes time linear in the size of the program.
 * @example discover(lower(linear(inputs('x', 784), 128))).phases
 */
export function discover(program: Program): BlockProgram {
  const { cut, usage, colours } = coloured(program);
  return assemble(cut, usage, colours);
}

/**
 * A program as straight segments alone: blocks of one row.
 * @example straight(lower(y)).phases
 */
export function straight(program: Program): BlockProgram {
  const cut = inPieces(program, longestList);
  return assemble(cut, usageOf(cut));
}

/** Arguments of a list up to which it is one statement: no block reads more than a function can hold. */
const longestList = 400;

/** A program with its colours. Longer lists are cut, but those that are loops, and those that `isWhole` holds for. */
export function coloured(
  program: Program,
  isWhole = (_id: number): boolean => false,
): { readonly cut: Program; readonly usage: Usage; readonly colours: Colours } {
  const usage = usageOf(program);
  const colours = coloursOf(program, usage.uses);
  const cut = inPieces(program, longestList, (id) => isWhole(id) || isLoop(program, colours.colour, id));
  if (cut === program) return { cut, usage, colours };
  const its = usageOf(cut);
  return { cut, usage: its, colours: coloursOf(cut, its.uses) };
}

/**
 * The blocks of a program, straight ones without colours. `dense` says what the operations on lists of a condensed program mean,
 * and `usage` who needs them.
 */
export function assemble(program: Program, usage: Usage, colours?: Colours, dense?: Dense): BlockProgram {
  const units = unitsOf(program, usage, colours, dense);
  const arrangement = arrange(program, units, usage, dense?.slotOf);
  const placement = placed(program, units, arrangement);
  const { parameters, outputs } = dense ?? program;
  const draft: Draft = {
    program,
    dense,
    ...usage,
    ...units,
    of: arrangement.of,
    ...placement,
    values: new Int32Array(units.count),
    operandOf: new Int32Array(program.length),
    ...locate(program, units, arrangement, placement, usage, parameters.length),
  };
  const writers = [mapBlock, foldBlock, outerBlock, mapBlock] as const;
  const blocks: Block[][] = [];
  placement.blocks.forEach(({ phase, first }, block) => {
    while (blocks.length <= phase) blocks.push([]);
    const kind = units.kind[first] as (typeof unitKind)[keyof typeof unitKind];
    const known = kind === unitKind.outer && dense?.blocks(draft, idsOf(draft, first));
    blocks[phase]?.push(...(known || [writers[kind](draft, block)]));
  });
  return {
    program: { ...program, parameters, outputs },
    groups: draft.groups,
    phases: blocks.map((its, p) => ({ rank: (p % 2) as 0 | 1, blocks: its })),
  };
}
