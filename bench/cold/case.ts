import type { Figures } from '../measure.ts';

/** Something that is measured once in a process: what compiling costs, what a first step costs. */
export interface ColdCase {
  readonly run: () => Figures | Promise<Figures>;
  /** The most that a figure may be. */
  readonly atMost?: Readonly<Record<string, number>>;
}
