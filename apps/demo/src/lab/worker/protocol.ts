import * as v from 'valibot';
import type { Task } from '../data/labData.ts';
import type { Baseline } from '../metrics/baseline.ts';
import type { Part } from '../state/labError.ts';
import { labState } from '../state/labState.ts';
import { units } from '../time/cursor.ts';
import type { Looks } from './looks.ts';
import type { QuestionName, Questions } from './questions.ts';

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What the page asks of the worker. */
export const request = v.variant('kind', [
  /** Start anew with a state. */
  v.strictObject({ kind: v.literal('open'), state: labState }),
  /** Show another part of the same run. */
  v.strictObject({ kind: v.literal('view'), view: labState.entries.view }),
  v.strictObject({ kind: v.literal('play'), pace: labState.entries.training.entries.pace }),
  v.strictObject({ kind: v.literal('pause') }),
  /** Make so many steps, then stop. */
  v.strictObject({ kind: v.literal('advance'), steps: whole }),
  /** Go to the place after so many steps. */
  v.strictObject({ kind: v.literal('goTo'), step: whole }),
  /** Go a node, a phase, a sample, a batch or an epoch on or back. */
  v.strictObject({ kind: v.literal('move'), unit: v.picklist(units), direction: v.picklist([1, -1]) }),
  v.strictObject({ kind: v.literal('setWeight'), index: whole, value: v.pipe(v.number(), v.finite()) }),
  /** The last frame is on the screen; whether the one before it made the screen's next frame late. */
  v.strictObject({ kind: v.literal('seen'), isLate: v.optional(v.boolean()) }),
  v.strictObject({ kind: v.literal('ask'), id: whole, name: v.string(), argument: v.unknown() }),
]);

export type Request = v.InferOutput<typeof request>;

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
  readonly isPart?: true;
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
