import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { about, ask } from '../store.ts';
import type { Points } from './points.ts';

/** The rows of the open data over some features; asked for anew when another state is opened. */
export function usePoints(features: readonly number[]): Points | undefined {
  const points = useSignal<Points | undefined>(undefined);
  const opened = about.value;
  useEffect(() => {
    let isLate = false;
    ask('points', features).then(
      (answer) => {
        if (!isLate) points.value = answer;
      },
      () => undefined, // what was open is no more
    );
    return () => {
      isLate = true;
    };
  }, [opened, features.join()]);
  return points.value;
}
