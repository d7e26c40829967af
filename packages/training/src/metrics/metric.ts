import { describe, type InputsOf, isNode, type Node, type Outputs, outputNodes } from '@chainrule/core';
import { TrainingError } from '../errors.ts';

/** A figure that `train` computes after each epoch, from the values of some nodes over all rows. */
export interface Metric<In extends string = string> {
  readonly outputs: readonly Node<In>[];
  /** The figure, from one column of values for each output. */
  value(columns: readonly Float64Array[]): number;
}

/** The values of one output, one number for each row. */
export type Column = ArrayLike<number>;

/** One column, or for several outputs a list or record of them, as `evaluator(…).batch` gives them. */
export type Values = Column | readonly Column[] | { readonly [name: string]: Column };

/** One node, or for several outputs a list or record of them. */
export type MetricNodes = Node | readonly Node[] | { readonly [name: string]: Node };

/** A figure of merit: of columns of numbers it is a number, of nodes it is a metric for `train`. */
export interface MetricFunction<Options extends readonly unknown[] = []> {
  (predicted: Values, actual: Values, ...options: Options): number;
  <const P extends MetricNodes, const A extends MetricNodes>(
    predicted: P,
    actual: A,
    ...options: Options
  ): Metric<InputsOf<P> | InputsOf<A>>;
}

/**
 * Makes a figure of merit from its meaning for columns.
 * @throws TrainingError when called with columns of different lengths, or none.
 * @example const largestError = defineMetric('largestError', ([p = []], [a = []]) =>
 *   Math.max(...Array.from(p, (value, row) => Math.abs(value - (a[row] ?? 0)))),
 * );
 * largestError([1, 2], [1, 4]); // 2
 */
export function defineMetric<Options extends readonly unknown[] = []>(
  name: string,
  value: (predicted: readonly Column[], actual: readonly Column[], ...options: Options) => number,
): MetricFunction<Options> {
  const metric = (predicted: unknown, actual: unknown, ...options: Options): number | Metric => {
    const checked = (p: readonly Column[], a: readonly Column[]): number => {
      checkColumns(name, [...p, ...a]);
      return value(p, a, ...options);
    };
    if (!isNodes(predicted)) return checked(toColumns(name, predicted), toColumns(name, actual));
    const outputs = outputNodes(predicted as Outputs);
    if (!isNodes(actual))
      throw new TrainingError(
        `${name}: the first argument is made of nodes, so the second must be too, not ${describe(actual)}. Compare columns with columns, nodes with nodes.`,
      );
    const targets = outputNodes(actual as Outputs);
    return {
      outputs: [...outputs, ...targets],
      value: (columns) => checked(columns.slice(0, outputs.length), columns.slice(outputs.length)),
    };
  };
  return metric as MetricFunction<Options>;
}

/** Whether these are nodes: one, or a list or record of them. */
function isNodes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isNode(value) || isNode(Object.values(value)[0]);
}

/**
 * One column, or a list or record of them, as a list.
 * @throws TrainingError if it is none of these, or empty.
 */
export function toColumns(name: string, values: unknown): readonly Column[] {
  if (typeof values === 'object' && values !== null) {
    if (ArrayBuffer.isView(values) || typeof (values as readonly unknown[])[0] === 'number') return [values as Column];
    const list = Object.values(values) as Column[];
    if (list.length > 0 && list.every((column) => typeof column?.[0] === 'number')) return list;
  }
  throw new TrainingError(
    `${name} needs at least one number: a list of them, or one such list for each output, not ${describe(values)}.`,
  );
}

/** @throws TrainingError if columns are empty or differ in length. */
export function checkColumns(name: string, columns: readonly Column[]): void {
  const { length } = columns[0] as Column;
  if (length === 0) throw new TrainingError(`${name} of no rows has no value. Give at least one.`);
  for (const column of columns)
    if (column.length !== length)
      throw new TrainingError(
        `${name}: one list has ${length} numbers, another ${column.length}. All must be of one length.`,
      );
}
