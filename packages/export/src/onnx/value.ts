import type { Graph } from './graph.ts';

/** A few numbers for each row of a batch: known ones, the same in all rows, or a tensor of rows × width. */
export type Value = Known | Tensor;

interface Known {
  readonly kind: 'known';
  /** One number per column. */
  readonly numbers: readonly number[];
}

export interface Tensor {
  readonly kind: 'tensor';
  /** Columns; a tensor of one column stands for any number of equal ones. */
  readonly width: number;
  /** Its name as numbers. */
  readonly name: () => string;
  /** Its name as truth values, if it is the result of a comparison. */
  readonly truth?: string;
}

/** A tensor that has a name. */
export const tensor = (name: string, width: number): Tensor => ({ kind: 'tensor', width, name: () => name });

/** The result of a comparison: 1 or 0 for those who want numbers. */
export function comparison(graph: Graph, truth: string, width: number): Tensor {
  let numbers: string | undefined;
  const [one, zero] = [1, 0].map((value) => () => graph.numbers([value], []));
  return {
    kind: 'tensor',
    width,
    truth,
    name: () => {
      numbers ??= graph.node('Where', [truth, (one as () => string)(), (zero as () => string)()]);
      return numbers;
    },
  };
}

/** The name of a value as it is an argument of an operation on columns. */
export function nameOf(graph: Graph, value: Value): string {
  if (value.kind === 'tensor') return value.name();
  const { numbers } = value;
  return numbers.every((number) => Object.is(number, numbers[0]))
    ? graph.numbers([numbers[0] as number], [])
    : graph.numbers(numbers, [numbers.length]);
}
