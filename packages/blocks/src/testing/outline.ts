import type { Block, BlockProgram, IndexMap, Operand2 } from '../block.ts';

const shape = (block: Block): string => {
  if (block.kind === 'outer') return `outer ${block.rows}x${block.columns}`;
  if (block.kind === 'map') return block.rows === 1 ? 'segment' : `map ${block.rows}`;
  const parts = block.parts.map(({ count, factors }) => `${count} ${factors.length === 2 ? 'products' : 'values'}`);
  return `${block.primitive} ${block.rows}: ${parts.join(', ')}`;
};

/** The blocks of each phase in a few words. */
export const outline = ({ phases }: BlockProgram): string[][] => phases.map(({ blocks }) => blocks.map(shape));

/** All index maps of the blocks. */
export function mapsOf({ phases }: BlockProgram): IndexMap[] {
  const of2 = (operand: Operand2): IndexMap[] => (operand.kind === 'table' ? [operand] : [operand.row, operand.term]);
  return phases
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind === 'outer') return [block.a.map, block.b.map, ...of2(block.store)];
      if (block.kind === 'fold')
        return [...block.parts.flatMap(({ factors }) => factors.flatMap(of2)), ...block.stores.map(({ map }) => map)];
      return [
        ...block.operands.flatMap((operand) => (operand.kind === 'rows' ? [operand.map] : [])),
        ...[...block.stores, ...block.sums].map(({ map }) => map),
      ];
    });
}

export const isAllAffine = (blocks: BlockProgram): boolean => mapsOf(blocks).every(({ kind }) => kind === 'affine');
