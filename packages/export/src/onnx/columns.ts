import { shortest } from '../numbers.ts';
import type { Graph } from './graph.ts';
import { type Tensor, tensor, type Value } from './value.ts';

/** Where the values of instructions are while a model is made. */
export interface Columns {
  /** Says that an instruction's value is a column of a tensor; the first place that is said holds. */
  put(id: number, value: Value, column: number): void;
  /** The values of instructions, side by side. */
  of(ids: readonly number[]): Value;
  /** The same with all numbers in a tensor of rows × ids, known ones too. */
  full(ids: readonly number[]): Tensor;
}

/** No columns yet but those that are known, and of `rows`, a tensor that has as many rows as there are. */
export function columnsOf(graph: Graph, known: readonly (number | undefined)[], rows: string | undefined): Columns {
  const places = new Map<number, { readonly tensor: Tensor; readonly column: number }>();
  const made = new Map<string, Tensor>();
  const once = (key: string, make: () => Tensor): Tensor => {
    const tensor = made.get(key) ?? make();
    made.set(key, tensor);
    return tensor;
  };

  /** Known numbers in every row. */
  const spread = (numbers: readonly number[]): Tensor => {
    const values = graph.numbers(numbers, [1, numbers.length]);
    if (rows === undefined) return tensor(values, numbers.length);
    const count = once('count', () => tensor(graph.node('Shape', [rows], { start: 0, end: 1 }), 1)).name();
    const shape = once('shape', () => tensor(graph.node('Concat', [count, graph.places([1])], { axis: 0 }), 1)).name();
    return tensor(graph.node('Expand', [values, shape]), numbers.length);
  };

  /** Some columns of a tensor. */
  const picked = (from: Tensor, columns: readonly number[]): Tensor =>
    columns.length === from.width && columns.every((column, i) => column === i)
      ? from
      : tensor(graph.node('Gather', [from.name(), graph.places(columns)], { axis: 1 }), columns.length);

  const full = (ids: readonly number[]): Tensor => {
    const numbers = new Map(ids.flatMap((id) => (known[id] === undefined ? [] : [[shortest(known[id]), known[id]]])));
    const sources = new Set(ids.flatMap((id) => (known[id] === undefined ? (places.get(id)?.tensor as Tensor) : [])));
    const parts = [...sources];
    const texts = [...numbers.keys()];
    if (texts.length > 0) parts.push(once(`spread ${texts}`, () => spread([...numbers.values()])));
    const starts = new Map<Tensor | undefined, number>();
    let width = 0;
    for (const part of parts) {
      starts.set(part, width);
      width += part.width;
    }
    const whole =
      parts.length === 1
        ? (parts[0] as Tensor)
        : once(`together ${parts.map((part) => part.name())}`, () =>
            tensor(
              graph.node(
                'Concat',
                parts.map((part) => part.name()),
                { axis: 1 },
              ),
              width,
            ),
          );
    const columns = ids.map((id) => {
      const number = known[id];
      const place = places.get(id);
      return number !== undefined
        ? (starts.get(parts[parts.length - 1]) as number) + texts.indexOf(shortest(number))
        : (starts.get(place?.tensor) as number) + (place?.column as number);
    });
    return once(`${columns} of ${whole.truth ?? whole.name()}`, () => picked(whole, columns));
  };

  return {
    put: (id, value, column) => {
      if (value.kind === 'known' || known[id] !== undefined || places.has(id)) return;
      places.set(id, { tensor: value, column: value.width === 1 ? 0 : column });
    },
    full,
    of: (ids) => {
      const numbers = ids.flatMap((id) => known[id] ?? []);
      if (numbers.length === ids.length) return { kind: 'known', numbers };
      return full(ids.every((id) => id === ids[0]) ? ids.slice(0, 1) : ids);
    },
  };
}
