/** What is to be learnt: a number, one of two classes (0 or 1), or one of several (0, 1, 2 …). */
export type Task = 'regression' | 'binary' | 'classes';

/** Rows by column. */
export interface Table {
  readonly count: number;
  /** A list for each feature. */
  readonly inputs: readonly Float64Array[];
  /** A number, or that of the class. */
  readonly target: Float64Array;
}

/** A table, and what it is about. */
export interface DataSet extends Table {
  readonly task: Task;
  /** The names of the inputs; those of a vector's elements if there is one. */
  readonly features: readonly string[];
  /** The one vector input whose elements all features are. */
  readonly vector?: string;
  /** The name of what is predicted. */
  readonly targetName: string;
  /** The names of the classes. */
  readonly classes: readonly string[];
}
