import type { BlockProgram, Group } from '@chainrule/blocks';
import type { Primitive } from '@chainrule/core';
import { fromHost } from './elementary/hostFunction.ts';
import { type Helpers, helpers } from './elementary/index.ts';
import { ModuleWriter } from './encoder.ts';
import type { Rows } from './frame.ts';
import { type CompiledPhase, emitPhases, type Settings } from './phases.ts';

/** Numbers that the host has to write: those of a buffer · scale. */
interface Table {
  readonly address: number;
  readonly of: ArrayBufferLike;
  readonly scale: number;
}

/** A module in the making and its memory, which is handed out in multiples of 64 bytes. */
export class Assembly {
  readonly settings: Settings;
  readonly module: ModuleWriter;
  /** The bytes of a number, and the numbers of a vector. */
  readonly bytes: 4 | 8;
  readonly lanes: 2 | 4;
  readonly tables: Table[] = [];
  readonly #helpers: Helpers;
  /** The end of what is handed out. */
  end = 0;

  constructor(settings: Settings, primitives: readonly Primitive[]) {
    const isShort = settings.precision === 'f32';
    this.settings = settings;
    this.module = new ModuleWriter(fromHost(primitives));
    this.bytes = isShort ? 4 : 8;
    this.lanes = isShort ? 4 : 2;
    this.#helpers = helpers(this.module, this.table);
  }

  reserve(bytes: number): number {
    const address = this.end;
    this.end += 64 * Math.ceil(bytes / 64);
    return address;
  }

  /** Keeps a table that the host has to write: `values · scale`. Views of the same numbers share one. */
  readonly table = ({ buffer, byteOffset }: Int32Array, scale = 1): number => {
    let known = this.tables.find((table) => table.of === buffer && table.scale === scale);
    if (known === undefined) {
      known = { address: this.reserve(buffer.byteLength), of: buffer, scale };
      this.tables.push(known);
    }
    return known.address + byteOffset;
  };

  /**
   * Rows of a group of rank 1 have room for `capacity` samples; those of rank 0 follow each other, number 1 of them at a
   * multiple of 16 (number 0 of the outputs is the loss, and the gradient starts at 1).
   */
  place({ rank, rows }: Pick<Group, 'rank' | 'rows'>, capacity: number): Rows {
    const rowBytes = rank === 1 ? capacity * this.bytes : this.bytes;
    const lead = rank === 1 ? 0 : 64 - this.bytes;
    return { rank, rowBytes, offset: this.reserve(rows * rowBytes + lead + 64) + lead };
  }

  /** The functions of a program whose groups, and number of samples, are there. */
  phases(program: BlockProgram, places: readonly Rows[], samples: number, loose?: number): CompiledPhase[] {
    const memory = { places, samples, table: this.table };
    return emitPhases(this.module, program, this.settings, memory, this.#helpers, loose);
  }
}
