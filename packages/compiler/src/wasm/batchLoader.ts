import { type FunctionWriter, type } from './encoder.ts';
import type { Rows } from './frame.ts';
import { loop, range } from './loop.ts';
import { storeTransposed } from './storeTransposed.ts';
import { type Precision, vectors } from './vectors.ts';
import { difference, isLess, least, product, read, sum, word, zero } from './whole.ts';

/** The data set in memory: one row of numbers after the other. */
export interface DataPlace {
  readonly address: number;
  readonly rowBytes: number;
}

/** Samples in a turn: in f32 they fill a line of the cache. Rows have room for a multiple of it, as it divides `tileLength`. */
const together = 16;

/**
 * The code that puts a tile of samples into the rows of the inputs: `(order, samples)`, the address of the first sample's number,
 * and how many. As many samples as a vector has lanes are transposed at a time.
 */
export function emitBatchLoader(f: FunctionWriter, precision: Precision, data: DataPlace, inputs: Rows): void {
  if (data.rowBytes === 0) return;
  const v = vectors(f, precision);
  const [order, samples] = [0, 1];
  const end = f.keep(type.i32, sum(order, product(samples, word(4))));
  const here = f.keep(type.i32, zero);
  f.repeat(() => {
    // the lanes after the last sample repeat it
    const from = range(together).map((i) => {
      const place = least(sum(order, word(4 * i)), difference(end, word(4)));
      return f.keep(type.i32, product(read(place), word(data.rowBytes)));
    });
    const slots = loop({ f, table: () => 0 }, data.rowBytes / 16);
    const to = slots.offset(inputs.rowBytes * v.lanes, [here]);
    slots.run(() => {
      for (let first = 0; first < together; first += v.lanes) {
        const rows = from
          .slice(first, first + v.lanes)
          .map((local) => ({ local: slots.offset(16, [local]), offset: data.address }));
        storeTransposed(v, rows, { local: to, offset: inputs.offset + first * v.bytes }, inputs.rowBytes);
      }
    });
    f.set(here, sum(here, word(together * v.bytes)));
    f.set(order, sum(order, word(4 * together)));
    f.get(isLess(order, end));
  });
}
