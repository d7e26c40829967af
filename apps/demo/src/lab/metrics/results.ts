import { confusionTable, meanAbsoluteError, rootMeanSquaredError, rSquared } from '@chainrule/training';
import type { Table } from '../data/labData.ts';
import { predicted } from '../run/predicted.ts';
import type { Session } from '../run/session.ts';
import { baseline, constant } from './baseline.ts';

/** How far predicted numbers are off. */
interface Errors {
  readonly rootMeanSquare: number;
  readonly meanAbsolute: number;
  readonly rSquared: number;
}

/** `counts[a][p]`: how often rows of class a were taken for class p. */
export type Counts = readonly (readonly number[])[];

interface Parts<T> {
  readonly training: T;
  readonly test: T | undefined;
}

/** What the network gets right and wrong, in detail. */
export type Results =
  | ({ readonly kind: 'classes' } & Parts<Counts>)
  /** With the errors of always saying the mean, on the rows that are kept away if there are any. */
  | ({ readonly kind: 'numbers'; readonly mean: Errors } & Parts<Errors>);

const errors = (predicted: readonly Float64Array[], actual: Float64Array): Errors => ({
  rootMeanSquare: rootMeanSquaredError(predicted, actual),
  meanAbsolute: meanAbsoluteError(predicted, actual),
  rSquared: rSquared(predicted, actual),
});

/** The results in detail. */
export function results(session: Session): Results {
  const { task, classes } = session.data;
  if (task === 'regression') {
    const { training, test } = session.data;
    const { count, target } = test.count === 0 ? training : test;
    const mean = constant(baseline(session.data).says, 1, count);
    return { kind: 'numbers', ...parts(session, errors), mean: errors(mean, target) };
  }
  return {
    kind: 'classes',
    ...parts(session, (columns, actual) => confusionTable(columns, actual, { classes }).counts),
  };
}

function parts<T>(session: Session, of: (predicted: readonly Float64Array[], actual: Float64Array) => T): Parts<T> {
  const { training, test } = session.data;
  const part = (table: Table): T => of(predicted(session, table), table.target);
  return { training: part(training), test: test.count === 0 ? undefined : part(test) };
}
