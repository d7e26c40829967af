import type { BlockProgram } from '@chainrule/blocks';
import { elementary, type Helpers } from './elementary/index.ts';
import { type FunctionWriter, type ModuleWriter, type } from './encoder.ts';
import { hasFusedMultiplyAdd } from './features.ts';
import { emitFold } from './foldBlock.ts';
import { type Frame, frame } from './frame.ts';
import { emitMap } from './mapBlock.ts';
import { callsIn } from './mapBody.ts';
import { emitOuter } from './outerBlock.ts';
import type { Elementary } from './primitives.ts';
import { sharedFunctions } from './sharedFunctions.ts';
import { type Precision, vectors } from './vectors.ts';

export interface Settings {
  readonly precision: Precision;
  /** Allows fused multiply-add. */
  readonly fast: boolean;
  /** In training: magnitudes below it are kept as 0. */
  readonly least?: number;
}

/** A phase of a block program as a function of the module, of a tile of samples: `(at, end, ahead, before)`, see `Frame`. */
export interface CompiledPhase {
  readonly rank: 0 | 1;
  readonly run: FunctionWriter;
}

const parameters = [type.i32, type.i32, type.i32, type.i32];

/** Writes a function for each block, and for each phase one that calls those of its blocks; phase number `loose` is so: see `Frame`. */
export function emitPhases(
  module: ModuleWriter,
  { phases }: BlockProgram,
  { precision, fast }: Settings,
  memory: Pick<Frame, 'samples' | 'places' | 'table'>,
  helpers: Helpers,
  loose?: number,
): CompiledPhase[] {
  const shared = sharedFunctions(module, precision, helpers);
  const isFused = fast && hasFusedMultiplyAdd();
  return phases.map(({ rank, blocks }, i) => {
    const around = { ...memory, fast: isFused, isLoose: i === loose, least: helpers.least };
    const functions = blocks.map((block) =>
      module.function(parameters, [], (f) => {
        const v = vectors(f, precision);
        const inlined = (): Elementary => elementary(v, helpers);
        const isLong = block.kind === 'map' && callsIn(block.statements, inlined()) > mostInlined;
        const its = frame(v, isLong ? () => shared(v, inlined()) : inlined, around);
        if (block.kind === 'map') emitMap(its, block);
        else if (block.kind === 'fold') emitFold(its, block);
        else emitOuter(its, block);
      }),
    );
    const run = module.function(parameters, [], (f) => {
      for (const block of functions) {
        f.get(0, 1, 2, 3);
        f.call(block);
      }
    });
    return { rank, run };
  });
}

/** Elementary functions up to which a block has them inlined: faster, but it takes long to compile. */
const mostInlined = 24;
