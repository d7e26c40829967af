import { type Data, evaluator, lower, type Outputs, randomGenerator } from '@chainrule/core';

/** A network with rows to run it on. */
export interface Net {
  readonly name: string;
  readonly outputs: Outputs;
  /** One list of numbers per input slot. */
  readonly columns: readonly Float64Array[];
  /** Whether its largest output is a choice, so that all arg-max must agree. */
  readonly chooses?: boolean;
  /** Whether it is a whole program of random operations, which may amplify errors without limit. */
  readonly random?: boolean;
}

/** Rows in every artefact's test. */
export const rowCount = 1000;

/** What core's interpreter gives, row by row: a list per output. */
export function expected({ outputs, columns }: Pick<Net, 'outputs' | 'columns'>): Float64Array[] {
  const predict = evaluator(outputs);
  const { fields, outputs: ids } = predict.program;
  const count = columns[0]?.length ?? 1;
  const lists = Array.from(ids, () => new Float64Array(count));
  for (let row = 0; row < count; row++) {
    const at = (slot: number): number => (columns[slot] as Float64Array)[row] as number;
    const values = fields.map(({ size, slot }) =>
      size === undefined ? at(slot) : Array.from({ length: size }, (_, i) => at(slot + i)),
    );
    let next = 0;
    const collect = (part: unknown): void => {
      if (typeof part === 'number') (lists[next++] as Float64Array)[row] = part;
      else Object.values(part as object).forEach(collect);
    };
    collect(predict(values as never));
  }
  return lists;
}

/** The first rows of a net as data. */
export function rowsOf({ outputs, columns }: Net): Data {
  const { fields } = lower(outputs);
  return Array.from({ length: Math.min(100, columns[0]?.length ?? 0) }, (_, row) =>
    Object.fromEntries(
      fields.map(({ name, size, slot }) => {
        const at = (i: number): number => columns[slot + i]?.[row] as number;
        return [name, size === undefined ? at(0) : Array.from({ length: size }, (_, i) => at(i))];
      }),
    ),
  );
}

/** So many rows of numbers between two bounds. */
export function uniformColumns(outputs: Outputs, low: number, high: number, count = rowCount): Float64Array[] {
  const { uniform } = randomGenerator(11);
  return Array.from({ length: lower(outputs).slots }, () =>
    Float64Array.from({ length: count }, () => uniform(low, high)),
  );
}
