import type { Task } from '../data/labData.ts';
import type { Baseline } from '../metrics/baseline.ts';
import type { Part } from '../state/labError.ts';
import type { LabState, View } from '../state/labState.ts';
import type { Unit } from '../time/units.ts';
import type { Looks } from './looks.ts';
import type { QuestionName, Questions } from './questions.ts';

/** What the page asks of the worker, by kind. States come from people: they are validated where they come into the page. */
interface Requests {
  /** Start anew with a state. */
  open: { state: LabState };
  /** Show another part of the same run. */
  view: { view: View };
  /** Make so many steps a second; 0 for as many as the machine makes. */
  play: { pace: number };
  pause: object;
  /** Make so many steps, then stop. */
  advance: { steps: number };
  /** Go to the place after so many steps. */
  goTo: { step: number };
  /** Go a node, a phase, a sample, a batch or an epoch on or back. */
  move: { unit: Unit; direction: 1 | -1 };
  setWeight: { index: number; value: number };
  /** The last frame is on the screen; whether the one before it made the screen's next frame late. */
  seen: { isLate?: boolean | undefined };
  ask: { id: number; name: QuestionName; argument: unknown };
}

export type Request = { [K in keyof Requests]: { readonly kind: K } & Readonly<Requests[K]> }[keyof Requests];

const kinds: Readonly<Record<keyof Requests, true>> = {
  open: true,
  view: true,
  play: true,
  pause: true,
  advance: true,
  goTo: true,
  move: true,
  setWeight: true,
  seen: true,
  ask: true,
};

/** Whether a message is a request. */
export const isRequest = (data: unknown): data is Request =>
  typeof data === 'object' && data !== null && 'kind' in data && Object.hasOwn(kinds, data.kind as PropertyKey);

/** Where a run stands. */
interface Clock {
  readonly step: number;
  readonly epoch: number;
  readonly playing: boolean;
  /** Samples a second while playing, else 0. */
  readonly speed: number;
  /** How many steps the run has made at most: one can go to any of them. */
  readonly furthest: number;
}

/** What is on the screen: where the run stands, and what the visible panes show. */
export interface Frame {
  readonly clock: Clock;
  readonly looks: Looks;
  /** Whether that is a part of what is visible, and the rest stays as it is on the screen. */
  readonly isPart?: boolean;
}

/** What the worker tells the page. */
export type Report =
  | { readonly kind: 'opened'; readonly about: About }
  | { readonly kind: 'frame'; readonly frame: Frame }
  | { readonly kind: 'problem'; readonly part: Part | 'run'; readonly message: string }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Questions[QuestionName]['answer'] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

/** What does not change while a state is open. */
export interface About {
  readonly task: Task;
  readonly features: readonly string[];
  readonly targetName: string;
  readonly classes: readonly string[];
  readonly rows: { readonly training: number; readonly test: number };
  readonly parameters: number;
  readonly baseline: Baseline;
}
