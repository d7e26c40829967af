import type { BlockProgram, Group } from '@chainrule/blocks';
import type { Primitive } from '@chainrule/core';
import { fromHost } from './elementary/hostFunction.ts';
import { helpers } from './elementary/index.ts';
import { type ModuleWriter, moduleWriter } from './encoder.ts';
import type { Rows } from './frame.ts';
import { type CompiledPhase, emitPhases, type Settings } from './phases.ts';

/** Numbers that the host has to write: those of a buffer · scale. */
interface Table {
  readonly address: number;
  readonly of: ArrayBufferLike;
  readonly scale: number;
}

/** A module in the making and its memory, which is handed out in multiples of 64 bytes. */
export interface Assembly {
  readonly module: ModuleWriter;
  /** The bytes of a number, and the numbers of a vector. */
  readonly bytes: 4 | 8;
  readonly lanes: 2 | 4;
  readonly tables: readonly Table[];
  /** The end of what is handed out. */
  readonly end: number;
  reserve(bytes: number): number;
  /** Keeps a table that the host has to write: `values · scale`. Views of the same numbers share one. */
  table(values: Int32Array, scale?: number): number;
  /**
   * Rows of a group of rank 1 have room for `capacity` samples; those of rank 0 follow each other, number 1 of them at a
   * multiple of 16 (number 0 of the outputs is the loss, and the gradient starts at 1).
   */
  place(group: Pick<Group, 'rank' | 'rows'>, capacity: number): Rows;
  /** The functions of a program whose groups, and number of samples, are there. */
  phases(program: BlockProgram, places: readonly Rows[], samples: number, loose?: number): CompiledPhase[];
}

export function assemblyOf(settings: Settings, primitives: readonly Primitive[]): Assembly {
  const [bytes, lanes] = settings.precision === 'f32' ? ([4, 4] as const) : ([8, 2] as const);
  const module = moduleWriter(fromHost(primitives));
  const tables: Table[] = [];
  let end = 0;
  const reserve = (size: number): number => {
    const address = end;
    end += 64 * Math.ceil(size / 64);
    return address;
  };
  const table: Assembly['table'] = ({ buffer, byteOffset }, scale = 1) => {
    let known = tables.find((its) => its.of === buffer && its.scale === scale);
    if (known === undefined) {
      known = { address: reserve(buffer.byteLength), of: buffer, scale };
      tables.push(known);
    }
    return known.address + byteOffset;
  };
  const common = helpers(module, table, settings.least);
  return {
    module,
    bytes,
    lanes,
    tables,
    get end() {
      return end;
    },
    reserve,
    table,
    place: ({ rank, rows }, capacity) => {
      const rowBytes = rank ? capacity * bytes : bytes;
      const lead = rank ? 0 : 64 - bytes;
      return { rank, rowBytes, offset: reserve(rows * rowBytes + lead + 64) + lead };
    },
    phases: (program, places, samples, loose) =>
      emitPhases(module, program, settings, { places, samples, table }, common, loose),
  };
}
