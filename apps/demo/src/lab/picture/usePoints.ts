import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { about, ask } from '../store.ts';
import type { Points } from './points.ts';

/** The rows of the open data over some features; asked for anew when another state is opened. */
export function usePoints(features: readonly number[]): Points | undefined {
  const opened = about.value;
  const points = useSignal<{ readonly of: typeof opened; readonly answer: Points } | undefined>(undefined);
  useEffect(() => {
    let isLate = false;
    ask('points', features).then(
      (answer) => {
        if (!isLate) points.value = { of: opened, answer };
      },
      () => undefined, // what was open is no more
    );
    return () => {
      isLate = true;
    };
  }, [opened, features.join()]);
  return points.value?.of === opened ? points.value?.answer : undefined;
}
