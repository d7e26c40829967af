// The wire format of Protocol Buffers: fields one after the other, each a number and a varint, or a number, a length and bytes.
// https://protobuf.dev/programming-guides/encoding/

/** One field of a message, as it is stored. */
export type Field = Uint8Array;

/** A whole number from 0 to 2⁵³: seven bits a byte, the lowest first. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

/** A field that is a whole number from 0 up. */
export const integer = (field: number, value: number): Field =>
  Uint8Array.from([...varint(field * 8), ...varint(value)]);

/** A field that is bytes. */
export const bytes = (field: number, data: Uint8Array): Field =>
  joined([Uint8Array.from([...varint(field * 8 + 2), ...varint(data.length)]), data]);

/** A field that is text. */
export const text = (field: number, value: string): Field => bytes(field, new TextEncoder().encode(value));

/** A field that is a message of fields. */
export const message = (field: number, fields: readonly Field[]): Field => bytes(field, joined(fields));

/** Fields one after the other: a message. */
export function joined(fields: readonly Field[]): Uint8Array {
  const result = new Uint8Array(fields.reduce((length, field) => length + field.length, 0));
  let at = 0;
  for (const field of fields) {
    result.set(field, at);
    at += field.length;
  }
  return result;
}

/** The fields of a message that hold bytes, text or messages; the others are passed over. */
export function* readBytes(data: Uint8Array): Generator<readonly [field: number, data: Uint8Array]> {
  let at = 0;
  const next = (): number => {
    let [value, unit] = [0, 1];
    for (; (data[at] as number) >= 128; unit *= 128) value += ((data[at++] as number) - 128) * unit;
    return value + (data[at++] as number) * unit;
  };
  const fixed: Readonly<Record<number, number>> = { 1: 8, 5: 4 };
  while (at < data.length) {
    const tag = next();
    if (tag % 8 === 2) {
      const length = next();
      yield [Math.floor(tag / 8), data.subarray(at, at + length)];
      at += length;
    } else if (tag % 8 === 0) next();
    else at += fixed[tag % 8] ?? data.length;
  }
}
