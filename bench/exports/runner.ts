import type { Net } from '../../packages/conformance/src/nets/net.ts';

/** A target that prints a net and runs it on its rows again and again. */
export interface Runner {
  readonly name: string;
  /** Bytes of the artefact, and rows per second of the fastest round. `folder` is empty. */
  measure(net: Net, folder: string): Promise<{ readonly bytes: number; readonly rowsPerSecond: number }>;
}

/** Rounds, of which the fastest counts. */
export const rounds = 40;
