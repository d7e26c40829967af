import type { EngineFinding } from '../checks/checkEngines.ts';
import type { GradientFinding } from '../checks/checkGradient.ts';
import type { TwiceFinding } from '../checks/checkTwice.ts';
import type { CodeChoice } from '../code/codeChoice.ts';
import type { Code } from '../code/printCode.ts';
import type { Runnable } from '../code/runnable.ts';
import type { Formula, FormulaQuestion } from '../formula/formula.ts';
import type { FormulaChoice } from '../formula/formulaChoice.ts';
import { type Points, points } from '../picture/points.ts';
import type { Session } from '../run/session.ts';
import type { Points as PlanePoints } from '../sources/points/editPoints.ts';
import type { Slice, Work } from '../speed/measure.ts';

/** What the page may ask about a session once, with the types of argument and answer. */
export interface Questions {
  /** The state as it is now, with its weights. */
  weights: { argument: undefined; answer: number[] };
  /** Whether derivatives are right, at a training row. */
  checkGradient: { argument: number; answer: GradientFinding };
  /** Whether all engines compute the same. */
  checkEngines: { argument: undefined; answer: readonly EngineFinding[] };
  /** Whether two runs end at the same weights. */
  checkTwice: { argument: undefined; answer: TwiceFinding };
  /** How many samples an engine does in a moment. */
  measure: { argument: { readonly work: Work; readonly contender: number }; answer: Slice };
  /** The rows of the data over some features. */
  points: { argument: readonly number[]; answer: Points };
  /** A formula as MathML, or its numbers alone if its shape is known. */
  formula: { argument: FormulaQuestion; answer: Formula };
  /** A whole formula to be copied. */
  formulaText: { argument: { choice: FormulaChoice; parameter: number; form: 'LaTeX' | 'text' }; answer: string };
  /** The rows as points to edit, if they are points of a plane. */
  plane: { argument: undefined; answer: PlanePoints | undefined };
  /** The network in another language. */
  code: { argument: CodeChoice; answer: Code };
  /** The network as a JavaScript module, with all that it takes to run it. */
  runnable: { argument: CodeChoice; answer: Runnable };
}

export type QuestionName = keyof Questions;

type Answerer<K extends QuestionName> = (
  session: Session,
  argument: Questions[K]['argument'],
) => Questions[K]['answer'] | Promise<Questions[K]['answer']>;

export const answerers: { readonly [K in QuestionName]: Answerer<K> } = {
  weights: (session) => session.weights(),
  checkGradient: async (session, sample) => (await import('../checks/checkGradient.ts')).checkGradient(session, sample),
  checkEngines: async (session) => (await import('../checks/checkEngines.ts')).checkEngines(session),
  checkTwice: async (session) => (await import('../checks/checkTwice.ts')).checkTwice(session),
  measure: async (session, { work, contender }) =>
    (await import('../speed/measure.ts')).measure(session, work, contender),
  points,
  formula: async (session, question) => (await import('../formula/formula.ts')).formula(session, question),
  formulaText: async (session, question) => (await import('../formula/formula.ts')).formulaText(session, question),
  plane: async (session) => (await import('../sources/points/plane.ts')).plane(session),
  code: async (session, choice) => (await import('../code/printCode.ts')).printCode(session, choice),
  runnable: async (session, choice) => (await import('../code/runnable.ts')).runnable(session, choice),
};
