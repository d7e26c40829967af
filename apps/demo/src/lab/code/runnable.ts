import type { Table } from '../data/labData.ts';
import type { Session } from '../run/session.ts';
import type { CodeChoice } from './codeChoice.ts';
import { printCode } from './printCode.ts';

/** An exported JavaScript module, with rows to run it over and what the network says of them. */
export interface Runnable {
  readonly text: string;
  readonly features: readonly string[];
  readonly count: number;
  /** A column for each feature. */
  readonly inputs: readonly Float64Array[];
  /** A column for each output, in the order of the module. */
  readonly expected: readonly Float64Array[];
}

/** The module of a session as it is now, and all rows of its data. */
export function runnable(session: Session, choice: CodeChoice): Runnable {
  const { content } = printCode(session, { ...choice, target: 'javascript' });
  const { training, test, features } = session.data;
  const joined = (of: (table: Table) => Float64Array): Float64Array => Float64Array.of(...of(training), ...of(test));
  const table = {
    count: training.count + test.count,
    inputs: features.map((_, i) => joined(({ inputs }) => inputs[i] as Float64Array)),
    target: joined(({ target }) => target),
  };
  return {
    text: content as string,
    features,
    count: table.count,
    inputs: table.inputs,
    expected: session.predict(table),
  };
}
