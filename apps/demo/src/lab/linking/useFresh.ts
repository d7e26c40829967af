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
 * takes long; when it stands still, at once. Nothing is asked while `isWanted` is false.
 */
export function useFresh<T>(
  fetch: () => Promise<T>,
  parts: readonly unknown[],
  isWanted: () => boolean = always,
): ReadonlySignal<Fresh<T>> {
  const fresh = useSignal<Fresh<T>>({});
  const run = useRef({ fetch, isAsking: false, isStale: false, rest: least, ended: 0, isGone: false });
  run.current.fetch = fetch;
  const refresh = (): void => {
    const its = run.current;
    its.isStale = true;
    if (its.isAsking) return;
    its.isAsking = true;
    const wait = isPlaying.peek() ? Math.max(0, its.ended + its.rest - performance.now()) : 0;
    setTimeout(async () => {
      its.isStale = false;
      const begun = performance.now();
      const answer = await its.fetch().then(
        (value): Fresh<T> => ({ value }),
        (error: Error): Fresh<T> => ({ problem: error.message }),
      );
      if (!its.isGone) fresh.value = answer;
      its.ended = performance.now();
      its.rest = Math.max(least, 10 * (its.ended - begun));
      its.isAsking = false;
      if (its.isStale && !its.isGone) refresh();
    }, wait);
  };
  useSignalEffect(() => {
    frame.value; // each frame tells of a change
    if (isWanted()) refresh();
  });
  useEffect(refresh, parts);
  useEffect(() => {
    run.current.isGone = false;
    return () => {
      run.current.isGone = true;
    };
  }, []);
  return fresh;
}

/** So many milliseconds lie between an answer and the next question while a run plays. */
const least = 1000;

const always = (): boolean => true;
