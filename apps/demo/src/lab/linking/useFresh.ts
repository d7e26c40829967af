import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { frame, isPlaying } from '../store.ts';

/** What has been asked for, or why there is none. */
export interface Fresh<T> {
  readonly value?: T;
  readonly problem?: string;
}

/**
 * Asks again whenever the session has changed or `parts` do: while it plays at most once a second, and less often where an answer
 * takes long; when it stands still or `parts` change, at once. Nothing is asked while `isWanted` is false.
 */
export function useFresh<T>(
  fetch: () => Promise<T>,
  parts: readonly unknown[],
  isWanted: () => boolean = always,
): ReadonlySignal<Fresh<T>> {
  const fresh = useSignal<Fresh<T>>({});
  const run = useRef<Run<T>>({
    fetch,
    isAsking: false,
    next: never,
    rest: least,
    ended: Number.NEGATIVE_INFINITY,
    isGone: false,
  });
  run.current.fetch = fetch;
  const ask = async (): Promise<void> => {
    const its = run.current;
    Object.assign(its, { next: never, isAsking: true });
    const begun = performance.now();
    const answer = await its.fetch().then(
      (value): Fresh<T> => ({ value }),
      (error: Error): Fresh<T> => ({ problem: error.message }),
    );
    if (!its.isGone) fresh.value = answer;
    its.ended = performance.now();
    its.rest = Math.max(least, 10 * (its.ended - begun));
    its.isAsking = false;
    if (its.isGone || its.next === never) return;
    if (its.next === 0) askIn(0);
    else refresh();
  };
  const askIn = (wait: number): void => {
    const its = run.current;
    if (its.isAsking) {
      its.next = Math.min(its.next, wait);
      return;
    }
    clearTimeout(its.waiting);
    its.waiting = setTimeout(ask, wait);
  };
  const refresh = (): void => {
    const { isAsking, ended, rest } = run.current;
    const rested = isAsking ? 0 : performance.now() - ended;
    askIn(isPlaying.peek() ? Math.max(0, rest - rested) : 0);
  };
  useSignalEffect(() => {
    frame.value; // each frame tells of a change
    if (isWanted()) refresh();
  });
  useEffect(() => askIn(0), parts);
  useEffect(() => {
    run.current.isGone = false;
    return () => {
      run.current.isGone = true;
      clearTimeout(run.current.waiting);
    };
  }, []);
  return fresh;
}

const never = Number.POSITIVE_INFINITY;

/** Where asking stands. */
interface Run<T> {
  fetch: () => Promise<T>;
  isAsking: boolean;
  /** The next question, if it has to wait. */
  waiting?: ReturnType<typeof setTimeout>;
  /** In how many milliseconds to ask after that which is being asked. */
  next: number;
  rest: number;
  ended: number;
  isGone: boolean;
}

/** So many milliseconds lie between an answer and the next question while a run plays. */
const least = 1000;

const always = (): boolean => true;
