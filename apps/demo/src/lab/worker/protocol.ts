import * as v from 'valibot';
import type { Task } from '../data/labData.ts';
import type { Baseline } from '../metrics/baseline.ts';
import type { Part } from '../state/labError.ts';
import type { LabState, View } from '../state/labState.ts';
import { units } from '../time/units.ts';
import type { Looks } from './looks.ts';
import type { QuestionName, Questions } from './questions.ts';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What the page asks of the worker, by kind. States and views are looked at where they come into the page. */
export const requests = {
  /** Start anew with a state. */
  open: v.object({ state: v.custom<LabState>(isObject) }),
  /** Show another part of the same run. */
  view: v.object({ view: v.custom<View>(isObject) }),
  /** Make so many steps a second; 0 for as many as the machine makes. */
  play: v.object({ pace: whole }),
  pause: v.object({}),
  /** Make so many steps, then stop. */
  advance: v.object({ steps: whole }),
  /** Go to the place after so many steps. */
  goTo: v.object({ step: whole }),
  /** Go a node, a phase, a sample, a batch or an epoch on or back. */
  move: v.object({ unit: v.picklist(units), direction: v.picklist([1, -1]) }),
  setWeight: v.object({ index: whole, value: v.pipe(v.number(), v.finite()) }),
  /** The last frame is on the screen; whether the one before it made the screen's next frame late. */
  seen: v.object({ isLate: v.optional(v.boolean()) }),
  ask: v.object({ id: whole, name: v.string(), argument: v.unknown() }),
} as const;

type Requests = typeof requests;
export type Request = { [K in keyof Requests]: { readonly kind: K } & v.InferOutput<Requests[K]> }[keyof Requests];

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
