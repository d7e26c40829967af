import type { EngineOptions } from '@chainrule/compiler';

/** The names of the options that say how programs are run; the compiler checks their values. */
export const engineOptionNames: readonly string[] = ['engine', 'precision', 'fast'];

/** The options of the engine among others; the compiler takes undefined as left out. */
export const engineOptions = ({ engine, precision, fast }: EngineOptions): EngineOptions =>
  ({ engine, precision, fast }) as EngineOptions;
