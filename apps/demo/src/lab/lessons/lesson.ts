import type { Part } from '../state/labError.ts';
import type { LabState } from '../state/labState.ts';
import type { Frame } from '../worker/protocol.ts';

/** What a lesson can see: all that the page knows. */
export interface Seen {
  readonly state: LabState;
  /** The last frame of this state. */
  readonly frame: Frame;
  readonly problem: { readonly part: Part | 'run'; readonly message: string } | undefined;
}

/** Something to do, and how the page shows that it is done. */
interface Deed {
  readonly text: string;
  /** A state to open for it, if it is not that of the lesson. */
  readonly state?: LabState;
  holds(seen: Seen): boolean;
}

/** A number to find. */
export interface Question {
  readonly text: string;
  readonly answer: number;
  /** How far the given one may be away. */
  readonly tolerance: number;
}

export type Task = Deed | Question;

/** A few sentences, a state to open, and tasks that are done one after the other. Between backticks stands code. */
export interface Lesson {
  readonly name: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly state: LabState;
  readonly tasks: readonly Task[];
  /** What one has seen then. */
  readonly moral: string;
}
