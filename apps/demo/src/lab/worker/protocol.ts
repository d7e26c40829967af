import type { Task } from '../data/labData.ts';
import type { Baseline } from '../metrics/baseline.ts';
import type { Part } from '../state/labError.ts';
import type { LabState, View } from '../state/labState.ts';
import {
  anything,
  between,
  flag,
  oneOf,
  optional,
  text,
  trusted,
  type Valid,
  variant,
  whole,
} from '../state/schema.ts';
import { units } from '../time/units.ts';
import type { Looks } from './looks.ts';
import type { QuestionName, Questions } from './questions.ts';

const count = whole(0, Number.MAX_SAFE_INTEGER);

/** What the page asks of the worker. States and views are looked at where they come into the page. */
export const request = variant({
  /** Start anew with a state. */
  open: { state: trusted<LabState>() },
  /** Show another part of the same run. */
  view: { view: trusted<View>() },
  play: { pace: count },
  pause: {},
  /** Make so many steps, then stop. */
  advance: { steps: count },
  /** Go to the place after so many steps. */
  goTo: { step: count },
  /** Go a node, a phase, a sample, a batch or an epoch on or back. */
  move: { unit: oneOf(...units), direction: oneOf(1, -1) },
  setWeight: { index: count, value: between(-Number.MAX_VALUE, Number.MAX_VALUE) },
  /** The last frame is on the screen; whether the one before it made the screen's next frame late. */
  seen: { isLate: optional(flag) },
  ask: { id: count, name: text(100), argument: anything },
});

export type Request = Valid<typeof request>;

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
