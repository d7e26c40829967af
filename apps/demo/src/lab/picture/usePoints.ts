import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { about, ask, framed } from '../store.ts';
import type { Points } from './points.ts';

/** The rows of the open data over some features; asked for anew when another state is shown. */
export function usePoints(features: readonly number[]): Points | undefined {
  const opened = framed.value;
  const over = features.join();
  const points = useSignal<{ readonly of: typeof opened; readonly over: string; readonly answer: Points } | undefined>(
    undefined,
  );
  useEffect(() => {
    let isLate = false;
    ask('points', features).then(
      (answer) => {
        const isOfNext = about.peek() !== opened; // opened since it was asked
        if (!isLate && !isOfNext) points.value = { of: opened, over, answer };
      },
      () => undefined, // what was open is no more
    );
    return () => {
      isLate = true;
    };
  }, [opened, over]);
  const { value } = points;
  return value !== undefined && value.of === opened && value.over === over ? value.answer : undefined;
}
