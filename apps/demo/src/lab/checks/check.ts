/** What a check found, as it is shown. */
export interface Finding {
  readonly holds: boolean;
  /** The result in one line. */
  readonly result: string;
  /** Its numbers, each with what it is. */
  readonly numbers: readonly (readonly [what: string, number: string])[];
}

/** A thing that can be proved of the open network. */
export interface Check {
  readonly title: string;
  readonly about: string;
  /** Asks the worker. */
  run(): Promise<Finding>;
}
