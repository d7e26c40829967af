import { type FunctionWriter, type } from './encoder.ts';
import { load, store } from './frame.ts';
import type { Rows } from './layout.ts';
import { advance, type Loop, loop } from './loop.ts';
import { type Precision, type Vector, vectors } from './vectors.ts';

/** The data set in memory: one row of numbers after the other. */
export interface DataPlace {
  readonly address: number;
  readonly rowBytes: number;
}

/**
 * The code that puts a tile of samples into the rows of the inputs: `(order, samples, at)`, the address of the first
 * sample's number, how many, and the byte offset in the rows. As many samples as a vector has lanes are transposed at a time.
 */
export function emitBatchLoader(f: FunctionWriter, precision: Precision, data: DataPlace, inputs: Rows): void {
  if (data.rowBytes === 0) return;
  const v = vectors(f, precision);
  const [order, samples, at] = [0, 1, 2];
  const last = f.local(type.i32);
  const here = f.local(type.i32);
  f.get(order);
  f.get(samples);
  f.i32(2);
  f.op(0x74); // i32.shl
  f.op(0x6a);
  f.i32(4);
  f.op(0x6b);
  f.set(last);
  f.get(at);
  f.set(here);
  f.repeat(() => {
    const from = Array.from({ length: v.lanes }, () => {
      const local = f.local(type.i32);
      f.get(order);
      f.get(last);
      f.get(order);
      f.get(last);
      f.op(0x49); // i32.lt_u
      f.op(0x1b); // select: the lanes after the last sample repeat it
      f.memory(0x28);
      f.i32(data.rowBytes);
      f.op(0x6c);
      f.set(local);
      advance(f, order, 4);
      return local;
    });
    const slots = loop({ f, tables: () => 0 }, data.rowBytes / 16);
    transposeAll(slots, from);
    advance(f, here, 16);
    f.get(order);
    f.get(last);
    f.op(0x4d); // i32.le_u
  });

  function transposeAll(slots: Loop, from: readonly number[]): void {
    const to = slots.offset(inputs.rowBytes * v.lanes, [here]);
    slots.run(() => {
      const rows = from.map((local) => load(v, { local: slots.offset(16, [local]), offset: data.address }));
      transpose(rows).forEach((column, i) =>
        store(v, { local: to, offset: inputs.address + i * inputs.rowBytes }, column),
      );
    });
  }

  function transpose(rows: readonly Vector[]): Vector[] {
    const [a, b, c, d] = rows as [Vector, Vector, Vector, Vector];
    if (v.lanes === 2) return [v.shuffle(a, b, [0, 2]), v.shuffle(a, b, [1, 3])];
    const low = [v.shuffle(a, b, [0, 4, 1, 5]), v.shuffle(c, d, [0, 4, 1, 5])] as const;
    const high = [v.shuffle(a, b, [2, 6, 3, 7]), v.shuffle(c, d, [2, 6, 3, 7])] as const;
    return [low, high].flatMap(([left, right]) => [
      v.shuffle(left, right, [0, 1, 4, 5]),
      v.shuffle(left, right, [2, 3, 6, 7]),
    ]);
  }
}
