import { useEffect, useRef, useState } from 'preact/hooks';
import type { DraftReading } from '../../data/table/readDraft.ts';
import type { DraftRequest } from './table.worker.ts';
import type { TableDraft } from './tableDraft.ts';

/** How long after the last key a table is read, in milliseconds. */
const pause = 200;

/** What is said of a draft. */
export interface ShownReading {
  /** Undefined if there is nothing to read, or it has not been read yet. */
  readonly reading: DraftReading | undefined;
  /** Whether it is of the draft as it is now. */
  readonly isCurrent: boolean;
}

/** Reads a draft beside the page; what was said before stays until it is read anew. */
export function useReading({ csv, choices }: TableDraft): ShownReading {
  const worker = useRef<Worker>(null);
  const asked = useRef(0);
  const [answer, setAnswer] = useState<{ id: number; reading: DraftReading }>();
  const [shown, setShown] = useState<DraftReading>();
  useEffect(() => {
    const own = new Worker(new URL('./table.worker.ts', import.meta.url), { type: 'module' });
    worker.current = own;
    own.addEventListener('message', ({ data }) => setAnswer(data));
    return () => own.terminate();
  }, []);
  useEffect(() => {
    asked.current++;
    setAnswer(undefined);
    if (csv.trim() === '') return setShown(undefined);
    const request: DraftRequest = { id: asked.current, csv, choices };
    const waiting = setTimeout(() => worker.current?.postMessage(request), shown === undefined ? 0 : pause);
    return () => clearTimeout(waiting);
  }, [csv, choices]);
  useEffect(() => {
    if (answer?.id === asked.current) setShown(answer.reading);
  }, [answer]);
  return { reading: shown, isCurrent: shown !== undefined && answer?.id === asked.current };
}
