import type { Group } from '@chainrule/blocks';

/** Where the rows of a group lie in memory. */
export interface Rows {
  readonly rank: 0 | 1;
  readonly count: number;
  readonly address: number;
  /** From one row to the next. */
  readonly rowBytes: number;
}

/** Numbers that the host has to write: those of a buffer · scale + start. */
interface Table {
  readonly address: number;
  readonly values: Int32Array;
  readonly of: ArrayBufferLike;
  readonly scale: number;
  readonly start: number;
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

  /** Keeps a table that the host has to write: `values · scale + start`. Views of the same numbers share one. */
  table(values: Int32Array, scale = 1, start = 0): number {
    const { buffer, byteOffset } = values;
    const known = this.tables.find((table) => table.of === buffer && table.scale === scale && table.start === start);
    const address = known?.address ?? this.reserve(buffer.byteLength);
    if (known === undefined)
      this.tables.push({
        address,
        values: new Int32Array(buffer).map((value) => value * scale + start),
        of: buffer,
        scale,
        start,
      });
    return address + byteOffset;
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
