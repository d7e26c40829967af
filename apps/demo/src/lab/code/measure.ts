import type { Runnable } from './runnable.ts';

/** What an exported JavaScript module offers. */
export interface ExportedModule {
  readonly inputs: readonly { readonly name: string; readonly size?: number }[];
  predictInto(x: ArrayLike<number>, y: Float64Array): void;
  readonly selfTest?: () => number;
  readonly bound?: number;
}

/** What came of running an exported module. */
export interface Measured {
  readonly rows: number;
  /** The largest difference to the network over all rows and outputs. */
  readonly difference: number;
  readonly rowsPerSecond: number;
  /** The module's own check, and what it promises. */
  readonly selfTest: number | undefined;
  readonly bound: number | undefined;
}

/** How long it is run to be timed, in milliseconds. */
const duration = 300;

/** Runs an exported module over all rows, then again and again for a moment. */
export function measure(
  module: ExportedModule,
  { features, inputs, count, expected }: Omit<Runnable, 'text'>,
  now: () => number = () => performance.now(),
): Measured {
  const columns = module.inputs.flatMap(({ name, size }) =>
    size === undefined ? [inputs[features.indexOf(name)] as Float64Array] : inputs,
  );
  const rows = Array.from({ length: count }, (_, row) => Float64Array.from(columns, (column) => column[row] as number));
  const result = new Float64Array(expected.length);
  let difference = 0;
  rows.forEach((row, i) => {
    module.predictInto(row, result);
    result.forEach((found, k) => {
      const wanted = expected[k]?.[i] as number;
      if (Object.is(found, wanted) || found === wanted) return;
      const off = Math.abs(found - wanted);
      difference = Math.max(difference, Number.isNaN(off) ? Number.POSITIVE_INFINITY : off);
    });
  });
  const start = now();
  let made = 0;
  let passed = 0;
  while (count > 0 && passed < duration) {
    for (const row of rows) module.predictInto(row, result);
    made += count;
    passed = now() - start;
  }
  return {
    rows: count,
    difference,
    rowsPerSecond: passed === 0 ? 0 : (1000 * made) / passed,
    selfTest: module.selfTest?.(),
    bound: module.bound,
  };
}
