import type { Session } from '../run/session.ts';
import type { Points } from '../sources/points/editPoints.ts';
import { plane } from '../sources/points/plane.ts';

/** What the page may ask about a session once, with the types of argument and answer. */
export interface Questions {
  /** The state as it is now, with its weights. */
  weights: { argument: undefined; answer: number[] };
  /** The rows as points to edit, if they are points of a plane. */
  plane: { argument: undefined; answer: Points | undefined };
}

export type QuestionName = keyof Questions;

type Answerer<K extends QuestionName> = (
  session: Session,
  argument: Questions[K]['argument'],
) => Questions[K]['answer'] | Promise<Questions[K]['answer']>;

export const answerers: { readonly [K in QuestionName]: Answerer<K> } = {
  weights: (session) => session.weights(),
  plane,
};
