import type { Report, Request } from './protocol.ts';
import type { QuestionName, Questions } from './questions.ts';

/** The worker, as the page sees it. */
export interface Client {
  send(request: Request): void;
  /** The answer to a question about the open session. */
  ask<K extends QuestionName>(name: K, argument: Questions[K]['argument']): Promise<Questions[K]['answer']>;
}

/** Starts the worker; what it tells beside answers goes to `listen`. */
export function client(listen: (report: Report) => void): Client {
  const worker = new Worker(new URL('./train.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { done: (answer: never) => void; fail: (error: Error) => void }>();
  let asked = 0;
  const send = (request: Request): void => worker.postMessage(request);
  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
    if (data.kind !== 'answer' && data.kind !== 'failed') return listen(data);
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'answer') asker?.done(data.answer as never);
    else asker?.fail(new Error(data.message));
  });
  return {
    send,
    ask: (name, argument) =>
      new Promise((done, fail) => {
        waiting.set(asked, { done, fail });
        send({ kind: 'ask', id: asked++, name, argument });
      }),
  };
}
