import type { CDPSession } from 'playwright-core';

interface Event {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Of this thread, in microseconds. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** The processor time of each task of a page's main thread while something goes on, in milliseconds. */
export async function tasksDuring(protocol: CDPSession, work: () => Promise<unknown>): Promise<number[]> {
  const events: Event[] = [];
  const collect = ({ value }: { value: object[] }): void => void events.push(...(value as Event[]));
  protocol.on('Tracing.dataCollected', collect);
  const categories = ['toplevel', '__metadata'];
  await protocol.send('Tracing.start', { traceConfig: { includedCategories: categories, excludedCategories: ['*'] } });
  await work();
  const isComplete = new Promise<void>((done) => protocol.once('Tracing.tracingComplete', () => done()));
  await protocol.send('Tracing.end');
  await isComplete;
  protocol.off('Tracing.dataCollected', collect);
  const threads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  return events
    .filter((event) => event.name.endsWith('RunTask') && event.tdur !== undefined && threads.has(threadOf(event)))
    .map(({ tdur }) => (tdur as number) / 1000);
}

const threadOf = ({ pid, tid }: Event): string => `${pid} ${tid}`;
