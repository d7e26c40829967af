import type { Group } from '@chainrule/blocks';

/** Where the rows of a group lie in memory. */
export interface Rows {
  readonly rank: 0 | 1;
  readonly count: number;
  readonly address: number;
  /** From one row to the next. */
  readonly rowBytes: number;
  /** Whether several tiles are there, see `header.inputs`. */
  readonly isAhead?: boolean;
}

/** Numbers that the host has to write: those of a buffer · scale. */
interface Table {
  readonly address: number;
  readonly of: ArrayBufferLike;
  readonly scale: number;
}

/** Hands out memory from the start on, in multiples of 64 bytes. */
export class Allocator {
  #end: number;
  readonly tables: Table[] = [];

  constructor(start: number) {
    this.#end = start;
  }

  get end(): number {
    return this.#end;
  }

  reserve(bytes: number): number {
    const address = this.#end;
    this.#end += 64 * Math.ceil(bytes / 64);
    return address;
  }

  /** Keeps a table that the host has to write: `values · scale`. Views of the same numbers share one. */
  table({ buffer, byteOffset }: Int32Array, scale = 1): number {
    let known = this.tables.find((table) => table.of === buffer && table.scale === scale);
    if (known === undefined) {
      known = { address: this.reserve(buffer.byteLength), of: buffer, scale };
      this.tables.push(known);
    }
    return known.address + byteOffset;
  }
}

/**
 * Rows of a group of rank 1 have room for `capacity` samples; those of rank 0 follow each other, number 1 of them at a
 * multiple of 16 (number 0 of the outputs is the loss, and the gradient starts at 1).
 */
export function placeGroup({ rank, rows }: Group, capacity: number, bytes: number, allocator: Allocator): Rows {
  const rowBytes = rank === 1 ? capacity * bytes : bytes;
  const lead = rank === 1 ? 0 : 64 - bytes;
  return { rank, count: rows, rowBytes, address: allocator.reserve(rows * rowBytes + lead + 64) + lead };
}
