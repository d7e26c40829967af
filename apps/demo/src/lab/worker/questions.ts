import { type Points, points } from '../picture/points.ts';
import type { Session } from '../run/session.ts';

/** What the page may ask about a session once, with the types of argument and answer. */
export interface Questions {
  /** The state as it is now, with its weights. */
  weights: { argument: undefined; answer: number[] };
  /** The rows of the data over some features. */
  points: { argument: readonly number[]; answer: Points };
}

export type QuestionName = keyof Questions;

type Answerer<K extends QuestionName> = (
  session: Session,
  argument: Questions[K]['argument'],
) => Questions[K]['answer'] | Promise<Questions[K]['answer']>;

export const answerers: { readonly [K in QuestionName]: Answerer<K> } = {
  weights: (session) => session.weights(),
  points,
};
