/** What an artefact says of itself. */
export interface Verdict {
  /** The largest error over its test vectors. */
  readonly error: number;
  /** The largest one that it promises. */
  readonly bound: number;
}

/**
 * Runs the check that an artefact carries, in an empty folder of its own; undefined where it has none that can be run here.
 * @throws CommandError if a tool is missing, or the artefact does not run.
 */
export type SelfTest = (text: string, folder: string) => Promise<Verdict | undefined>;
