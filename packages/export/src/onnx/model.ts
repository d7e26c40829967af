// The messages of ONNX that a network needs, by the numbers of their fields.
// https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
import { bytes, type Field, integer, joined, message, text } from './wire.ts';

/** How the numbers of a model are stored. */
export type Precision = 'f32' | 'f64';

/** `TensorProto.DataType`. */
const dataType = { f32: 1, int64: 7, f64: 11 } as const;

/** Version 8 of the format and 17 of the operators (2022): what runtimes of the last years read. */
const irVersion = 8;
const opset = 17;

/** Whole numbers, and lists of them. */
export type Attributes = Readonly<Record<string, number | readonly number[]>>;

/** A field of the graph that stores a node. */
export function nodeField(op: string, inputs: readonly string[], output: string, attributes: Attributes): Field {
  return message(1, [
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => message(5, [text(1, name), ...attributeFields(value)])),
  ]);
}

const attributeFields = (value: number | readonly number[]): readonly Field[] =>
  typeof value === 'number'
    ? [integer(3, value), integer(20, 2)]
    : [...value.map((each) => integer(8, each)), integer(20, 7)];

/** A field of the graph that stores a tensor of numbers. */
export function numbersField(
  name: string,
  shape: readonly number[],
  values: readonly number[],
  kind: Precision,
): Field {
  const width = kind === 'f32' ? 4 : 8;
  const view = new DataView(new ArrayBuffer(values.length * width));
  values.forEach((value, i) => {
    if (kind === 'f32') view.setFloat32(i * width, value, true);
    else view.setFloat64(i * width, value, true);
  });
  return tensorField(name, shape, dataType[kind], view);
}

/** A field of the graph that stores a list of places: whole numbers from 0 up. */
export function placesField(name: string, values: readonly number[]): Field {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => {
    view.setUint32(i * 8, value, true);
  });
  return tensorField(name, [values.length], dataType.int64, view);
}

const tensorField = (name: string, shape: readonly number[], type: number, view: DataView): Field =>
  message(5, [
    ...shape.map((size) => integer(1, size)),
    integer(2, type),
    text(8, name),
    bytes(9, new Uint8Array(view.buffer)),
  ]);

/** An input or an output: a number, or so many, for each of any number of rows. */
export interface Port {
  readonly tensor: string;
  readonly size: number;
}

const portField = (field: number, { tensor, size }: Port, precision: Precision, rows: Field): Field => {
  const shape = message(2, [message(1, [rows]), message(1, [integer(1, size)])]);
  return message(field, [text(1, tensor), message(2, [message(1, [integer(1, dataType[precision]), shape])])]);
};

export interface Model {
  readonly precision: Precision;
  /** Fields of nodes and tensors. */
  readonly fields: readonly Field[];
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  /** For people. */
  readonly about: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** A model as the bytes of a file. */
export function modelBytes({ precision, fields, inputs, outputs, about, metadata }: Model): Uint8Array {
  // without inputs nothing says how many rows there are: one
  const rows = inputs.length === 0 ? integer(1, 1) : text(2, 'rows');
  return joined([
    integer(1, irVersion),
    text(2, 'Chainrule'),
    text(6, about),
    message(7, [
      text(2, 'network'),
      ...fields,
      ...inputs.map((port) => portField(11, port, precision, rows)),
      ...outputs.map((port) => portField(12, port, precision, rows)),
    ]),
    message(8, [text(1, ''), integer(2, opset)]),
    ...Object.entries(metadata).map(([key, value]) => message(14, [text(1, key), text(2, value)])),
  ]);
}
