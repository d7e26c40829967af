import type { Session } from '../run/session.ts';
import type { Report, Request } from './protocol.ts';

/** The answer to a question about a session, or why there is none. */
export async function answer(
  session: Session | undefined,
  { id, name, argument }: Extract<Request, { kind: 'ask' }>,
): Promise<Report> {
  try {
    if (session === undefined) throw new Error('There is no network to show.');
    const { answerers } = await import('./questions.ts');
    const answerer = answerers[name] as (session: Session, argument: unknown) => unknown;
    return { kind: 'answer', id, answer: (await answerer(session, argument)) as never };
  } catch (error) {
    return { kind: 'failed', id, message: (error as Error).message };
  }
}
