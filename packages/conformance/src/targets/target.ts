import type { Outputs } from '@chainrule/core';
import type { Net } from '../nets/net.ts';

/** One row of the matrix: a target, run with its real tool. */
export interface Target {
  readonly name: string;
  /** The largest error allowed; 0 = the interpreter's bits. */
  readonly bound: number;
  /**
   * For targets without the interpreter's bits: how far one of their operations may be off, relative. A network that makes more
   * than the bound of such errors is allowed sixteen times what it makes of them.
   */
  readonly unit?: number;
  /** Commands that must be on PATH. */
  readonly tools: readonly string[];
  /** Why a net is not for this target, if it is not. */
  readonly leavesOut?: (net: Net) => string | undefined;
  /** Runs artefacts on the rows of their nets; for each net a list per output. `folder` is empty, and the target's own. */
  run(nets: readonly Net[], folder: string): Promise<Float64Array[][]>;
  /** What the artefact's own check says: its largest error, and the bound that it states. `edit` changes its text first, as an accident would. */
  selfTest(
    outputs: Outputs,
    folder: string,
    edit?: (text: string) => string,
  ): Promise<{ readonly error: number; readonly bound: number }>;
  /** Prints an artefact and runs nothing; throws if the target refuses it. Without this, names are tried one by one. */
  prints?(outputs: Outputs): void;
  /** The names of inputs and outputs as the running artefact tells them; rejects if the target refuses them. */
  names(
    outputs: Outputs,
    folder: string,
  ): Promise<{ readonly inputs: readonly string[]; readonly outputs: readonly string[] }>;
}
