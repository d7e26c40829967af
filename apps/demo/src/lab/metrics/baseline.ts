import type { Table } from '../data/labData.ts';
import type { Split } from '../data/split.ts';
import type { Figures } from './figures.ts';
import { quality } from './quality.ts';

/** What one gets without any network. */
export interface Baseline extends Figures {
  /** What is always said: the number of the largest class, or the mean. */
  readonly says: number;
}

/** How good it is to always say the largest class of the rows that are trained on, or their mean. */
export function baseline({ task, classes, training, test }: Split): Baseline {
  const says = task === 'regression' ? mean(training.target) : largestClass(training.target, classes.length);
  const of = ({ count, target }: Table): number =>
    quality(task, constant(says, task === 'classes' ? classes.length : 1, count), target);
  return { says, training: of(training), test: test.count === 0 ? undefined : of(test) };
}

/** An answer that never changes, as a network would give it. */
export function constant(says: number, outputs: number, count: number): Float64Array[] {
  if (outputs === 1) return [new Float64Array(count).fill(says)];
  return Array.from({ length: outputs }, (_, i) => new Float64Array(count).fill(i === says ? 1 : 0));
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

/** The first of several. */
function largestClass(labels: Float64Array, classes: number): number {
  const counts = new Int32Array(classes);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  return counts.indexOf(Math.max(...counts));
}
