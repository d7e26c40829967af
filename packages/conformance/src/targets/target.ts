import type { Outputs } from '@chainrule/core';
import type { Net } from '../nets/net.ts';

/** An artefact to be checked. */
export interface Check {
  readonly net: Net;
  readonly edit?: ((text: string) => string) | undefined;
}

/** The largest error that an artefact finds in itself, and the bound that it states. */
export interface Verdict {
  readonly error: number;
  readonly bound: number;
}

interface Names {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

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
  /** What an input of it can hold, such as `Math.fround`; rows are rounded to that. */
  readonly rounded?: (value: number) => number;
  /** Numbers that fill whole rows beside the typical ones. Default: 0, NaN, ±1e4, ±1e308 where the bits are the same, else 0 and NaN. */
  readonly extremes?: readonly number[];
  /** Why a net is not for this target, if it is not. */
  readonly leavesOut?: (net: Net) => string | undefined;
  /** Prints an artefact without running it; throws an ExportError for what the target refuses. */
  print(outputs: Outputs): string | Uint8Array;
  /** Runs artefacts on the rows of their nets; for each net a list per output. `folder` is empty, and the target's own. */
  run(nets: readonly Net[], folder: string): Promise<Float64Array[][]>;
  /**
   * What the artefacts' own checks say. The first rows of a net are its typical rows (`rowsOf`); `edit` changes the text of an artefact
   * first, as an accident would.
   */
  selfTests(checks: readonly Check[], folder: string): Promise<readonly Verdict[]>;
  /** For each of some outputs, the names of inputs and outputs as the running artefact tells them. */
  names(outputs: readonly Outputs[], folder: string): Promise<readonly Names[]>;
  /** Stops what the target started. */
  close?(): Promise<void>;
}
